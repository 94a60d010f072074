package dev.laurel.engine.winners;

import dev.laurel.engine.challenges.PlaceRequest;
import dev.laurel.engine.events.Event;
import java.util.Collection;
import java.util.List;

/**
 * What a member asks of a list of who was first.
 *
 * @param member who asks
 * @param request for what
 * @param event the event that completed the challenge, or undid that; without its data
 */
public record PlaceClaim(String member, PlaceRequest request, Event event) {

    /** All that a member asks for because of an event. */
    public static List<PlaceClaim> of(
            Collection<PlaceRequest> requests, String member, Event event) {
        return requests.isEmpty()
                ? List.of()
                : requests.stream()
                        .map(each -> new PlaceClaim(member, each, event.withoutData()))
                        .toList();
    }
}
