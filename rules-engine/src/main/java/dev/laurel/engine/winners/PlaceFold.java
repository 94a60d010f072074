package dev.laurel.engine.winners;

import dev.laurel.engine.challenges.PlaceRequest;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.winners.PlaceList.Head;
import dev.laurel.engine.winners.Ticket.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One claim to one list. Places go to the first who come and still stand: who gives up a place
 * leaves it to the one who has waited longest. A claim that comes twice changes nothing and is
 * answered as before.
 */
public final class PlaceFold {

    /** A challenge that got more places lets no more in at once, so that no answer is endless. */
    static final int MOST_AT_ONCE = 1000;

    private final String program;
    private final PlaceList list;
    private final PlaceClaim claim;
    private final PlaceRequest request;
    private final Map<String, Ticket> changed = new LinkedHashMap<>();
    private final List<PlaceNews> news = new ArrayList<>();
    private long next;
    private int taken;

    private PlaceFold(String program, PlaceList list, PlaceClaim claim) {
        this.program = program;
        this.list = list;
        this.claim = claim;
        this.request = claim.request();
        this.next = list.head().next();
        this.taken = list.head().taken();
    }

    /**
     * Takes a claim in.
     *
     * @param program the program's id
     */
    public static PlaceResult apply(String program, PlaceList list, PlaceClaim claim) {
        return new PlaceFold(program, list, claim).result();
    }

    private PlaceResult result() {
        Ticket own = list.ticket(claim.member());
        if (request.givenUp()) {
            giveUp(own);
        } else if (own == null || own.nth() < request.nth()) {
            changed.put(claim.member(), asking(own));
        }
        letIn();
        Ticket now = changed.containsKey(claim.member()) ? changed.get(claim.member()) : own;
        if (!request.givenUp() && now != null && now.nth() == request.nth()) {
            answer(now);
        }
        return new PlaceResult(new Head(next, taken), changed, news);
    }

    /** Whoever is on the list already, with an earlier completion, stays where they are. */
    private Ticket asking(@Nullable Ticket own) {
        return own == null || own.status() == Status.GONE
                ? new Ticket(request.nth(), next++, Status.WAITING)
                : new Ticket(request.nth(), own.number(), own.status());
    }

    private void giveUp(@Nullable Ticket own) {
        if (own != null
                && (own.nth() > request.nth()
                        || (own.nth() == request.nth() && own.status() == Status.GONE))) {
            return;
        }
        if (own != null && own.status() == Status.HELD) {
            taken--;
        }
        long number = own == null ? 0 : own.number();
        changed.put(claim.member(), new Ticket(request.nth(), number, Status.GONE));
    }

    private void answer(Ticket now) {
        boolean told = news.stream().anyMatch(each -> each.member().equals(claim.member()));
        if (!told && now.status() != Status.GONE) {
            tell(claim.member(), now);
        }
    }

    private void letIn() {
        int free = Math.min(request.places() - taken, MOST_AT_ONCE);
        if (free <= 0) {
            return;
        }
        for (Map.Entry<String, Ticket> each : waiting(free)) {
            Ticket held = each.getValue().as(Status.HELD);
            changed.put(each.getKey(), held);
            taken++;
            tell(each.getKey(), held);
        }
    }

    private List<Map.Entry<String, Ticket>> waiting(int most) {
        SortedMap<Long, Map.Entry<String, Ticket>> queue = new TreeMap<>();
        for (String member : list.waiting(most + 1)) {
            Ticket ticket = list.ticket(member);
            if (ticket != null
                    && !changed.containsKey(member)
                    && ticket.status() == Status.WAITING) {
                queue.put(ticket.number(), Map.entry(member, ticket));
            }
        }
        changed.forEach((member, ticket) -> {
            if (ticket.status() == Status.WAITING) {
                queue.put(ticket.number(), Map.entry(member, ticket));
            }
        });
        return queue.values().stream().limit(most).toList();
    }

    private void tell(String member, Ticket ticket) {
        boolean won = ticket.status() == Status.HELD;
        Event cause = claim.event();
        Event event =
                new Event(
                        "/challenges/" + request.challenge().challenge(),
                        new EffectIds(program, member)
                                .place(request.challenge(), ticket.nth(), won)
                                .toString(),
                        PlaceNews.TYPE,
                        member,
                        cause.time(),
                        cause.recordedTime(),
                        cause.imported(),
                        Map.of());
        news.add(
                new PlaceNews(
                        member, request.challenge(), ticket.nth(), request.places(), won, event));
    }
}
