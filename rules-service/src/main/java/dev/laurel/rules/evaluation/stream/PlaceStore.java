package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.winners.PlaceList;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.engine.winners.PlaceResult;
import dev.laurel.engine.winners.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The lists of who was first, in the store {@value #PLACES} of one task. Behind program, challenge
 * and occurrence, with a NUL between: {@code h} for the head, {@code m} and the member for a
 * ticket, {@code w} and a number for a member who waits.
 */
final class PlaceStore {

    static final String PLACES = "places";

    private final KeyValueStore<String, byte[]> places;

    PlaceStore(ProcessorContext<?, ?> context) {
        this.places = context.getStateStore(PLACES);
    }

    /** What a list is kept under. */
    static String key(String program, ChallengeKey challenge) {
        return program + '\0' + challenge.challenge() + '\0' + challenge.occurrence() + '\0';
    }

    PlaceList list(String key) {
        return new PlaceList() {
            @Override
            public Head head() {
                byte[] bytes = places.get(key + 'h');
                return bytes == null ? Head.EMPTY : PlaceMessages.head(bytes);
            }

            @Override
            public @Nullable Ticket ticket(String member) {
                byte[] bytes = places.get(key + 'm' + member);
                return bytes == null ? null : PlaceMessages.ticket(bytes);
            }

            @Override
            public List<String> waiting(int most) {
                return PlaceStore.this.waiting(key + 'w', most);
            }
        };
    }

    private List<String> waiting(String prefix, int most) {
        List<String> members = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found =
                places.prefixScan(prefix, new StringSerializer())) {
            while (members.size() < most && found.hasNext()) {
                members.add(new String(found.next().value, UTF_8));
            }
        }
        return members;
    }

    /** Writes what a claim changed. */
    void keep(String key, PlaceResult result) {
        places.put(key + 'h', PlaceMessages.encode(result.head()));
        result.tickets()
                .forEach((member, ticket) -> {
                    places.put(key + 'm' + member, PlaceMessages.encode(ticket));
                    String turn = key + 'w' + "%016x".formatted(ticket.number());
                    switch (ticket.status()) {
                        case WAITING -> places.put(turn, member.getBytes(UTF_8));
                        case HELD, GONE -> places.delete(turn);
                    }
                });
    }
}
