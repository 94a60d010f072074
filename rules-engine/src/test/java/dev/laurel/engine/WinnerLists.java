package dev.laurel.engine;

import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceList;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.engine.winners.PlaceResult;
import dev.laurel.engine.winners.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lists of who was first that a host keeps, in memory. */
final class WinnerLists {

    private final Consumer<PlaceNews> members;
    private final Mail mail;
    private final Map<ChallengeKey, InMemory> lists = new HashMap<>();

    WinnerLists(Consumer<PlaceNews> members, Mail mail) {
        this.members = members;
        this.mail = mail;
    }

    void hear(String program, List<PlaceClaim> claims) {
        for (PlaceClaim claim : claims) {
            byte[] message = PlaceMessages.encode(claim);
            String list = claim.request().challenge().toString();
            mail.send(
                    claim.member() + " to " + list,
                    () -> take(program, PlaceMessages.claim(message)));
        }
    }

    /** Takes a claim in; gives what came of it. */
    PlaceResult take(String program, PlaceClaim claim) {
        InMemory list =
                lists.computeIfAbsent(claim.request().challenge(), unknown -> new InMemory());
        PlaceResult result = Engine.place(program, list, claim);
        list.head = PlaceMessages.head(PlaceMessages.encode(result.head()));
        result.tickets()
                .forEach((member, ticket) ->
                        list.tickets.put(
                                member, PlaceMessages.ticket(PlaceMessages.encode(ticket))));
        for (PlaceNews news : result.news()) {
            byte[] message = PlaceMessages.encode(news);
            mail.send(
                    news.challenge() + " to " + news.member(),
                    () -> members.accept(PlaceMessages.news(message)));
        }
        return result;
    }

    /** Who holds places of a challenge that does not repeat, in the order of their tickets. */
    List<String> holders(String challenge) {
        return members(lists.get(new ChallengeKey(challenge, 0)), Ticket.Status.HELD);
    }

    /** How many places are taken, by list. */
    Map<String, Integer> taken() {
        Map<String, Integer> taken = new TreeMap<>();
        lists.forEach((key, list) -> taken.put(key.toString(), list.head.taken()));
        return taken;
    }

    private static List<String> members(@Nullable InMemory list, Ticket.Status status) {
        return list == null
                ? List.of()
                : list.tickets.entrySet().stream()
                        .filter(each -> each.getValue().status() == status)
                        .sorted(Comparator.comparingLong(each -> each.getValue().number()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static final class InMemory implements PlaceList {

        private final Map<String, Ticket> tickets = new HashMap<>();
        private Head head = Head.EMPTY;

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
            return new ArrayList<>(
                    members(this, Ticket.Status.WAITING).stream().limit(most).toList());
        }
    }
}
