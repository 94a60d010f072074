package dev.laurel.engine.winners;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a claim does to a list of who was first.
 *
 * @param head what the host keeps of the list as a whole now
 * @param tickets tickets that changed, by member: the host stores them and lets the order of those
 *     who wait follow
 * @param news what members are to be told, one after the other
 */
public record PlaceResult(PlaceList.Head head, Map<String, Ticket> tickets, List<PlaceNews> news) {

    public PlaceResult {
        tickets = Collections.unmodifiableMap(new LinkedHashMap<>(tickets));
        news = List.copyOf(news);
    }
}
