package dev.laurel.simulation;

import dev.laurel.engine.Engine;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceList;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.engine.winners.PlaceResult;
import dev.laurel.engine.winners.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One list of who was first to complete a challenge, as a host keeps it. */
final class Winners implements PlaceList {

    private final Map<String, Ticket> tickets = new HashMap<>();
    private final SortedMap<Long, String> waiting = new TreeMap<>();
    private Head head = Head.EMPTY;

    /** Takes a claim in; gives what members are to be told. */
    List<PlaceNews> take(String program, PlaceClaim claim) {
        PlaceResult result = Engine.place(program, this, claim);
        head = result.head();
        result.tickets()
                .forEach((member, ticket) -> {
                    tickets.put(member, ticket);
                    switch (ticket.status()) {
                        case WAITING -> waiting.put(ticket.number(), member);
                        case HELD, GONE -> waiting.remove(ticket.number(), member);
                    }
                });
        return result.news();
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public @Nullable Ticket ticket(String member) {
        return tickets.get(member);
    }

    @Override
    public List<String> waiting(int most) {
        return waiting.values().stream().limit(most).toList();
    }
}
