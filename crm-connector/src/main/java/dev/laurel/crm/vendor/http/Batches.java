package dev.laurel.crm.vendor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Sends records to a service of the platform in requests of limited size. A request that the
 * service finds too large or can't read is sent again in halves, down to the record that is to
 * blame. What is sent may be sent again.
 *
 * @param open what a request begins with
 * @param between what is between two records
 * @param close what it ends with
 * @param accepted the status of a request that was read
 * @param sender sends a body
 * @param refused why single records were not taken, by id, as the answer to them says
 * @param <T> what the records are
 */
public record Batches<T>(
        String open,
        String between,
        String close,
        int accepted,
        Function<String, Exchange> sender,
        BiFunction<JsonNode, List<T>, Map<String, String>> refused) {

    /** Of a request, in bytes: half of what services take unless they are told otherwise. */
    static final int LARGEST = 512 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    /**
     * A record on its way.
     *
     * @param text as it is sent
     */
    public record Piece<T>(String id, T record, String text) {

        private int size() {
            return text.getBytes(UTF_8).length;
        }
    }

    /**
     * Sends records, as many at once as fit.
     *
     * @return why some were not taken, by id; nothing at all when the service can't be asked right
     *     now, though it may have taken some
     */
    public Optional<Map<String, String>> send(List<Piece<T>> pieces) {
        Map<String, String> reasons = new HashMap<>();
        List<Piece<T>> some = new ArrayList<>();
        int size = 0;
        for (Piece<T> piece : pieces) {
            int its = piece.size() + between.length();
            if (its > LARGEST) {
                reasons.put(
                        piece.id(),
                        "Expected at most %d bytes, but there are %d.".formatted(LARGEST, its));
                continue;
            }
            if (size + its > LARGEST) {
                if (!send(some, reasons)) {
                    return Optional.empty();
                }
                some = new ArrayList<>();
                size = 0;
            }
            some.add(piece);
            size += its;
        }
        return some.isEmpty() || send(some, reasons) ? Optional.of(reasons) : Optional.empty();
    }

    /** Whether the service could be asked. */
    private boolean send(List<Piece<T>> pieces, Map<String, String> reasons) {
        String body = pieces.stream().map(Piece::text).collect(joining(between, open, close));
        if (!(sender.apply(body) instanceof Response response)) {
            return false;
        }
        int status = response.status();
        if (status == accepted) {
            reasons.putAll(
                    refused.apply(response.json(), pieces.stream().map(Piece::record).toList()));
            return true;
        }
        if (status / 100 != 4 || status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY) {
            return false;
        }
        boolean divisible = status == TOO_LARGE || status == BAD_REQUEST || status == UNPROCESSABLE;
        if (divisible && pieces.size() > 1) {
            int half = pieces.size() / 2;
            return send(pieces.subList(0, half), reasons)
                    && send(pieces.subList(half, pieces.size()), reasons);
        }
        String reason = reason(response);
        pieces.forEach(it -> reasons.put(it.id(), reason));
        return true;
    }

    private static String reason(Response response) {
        String detail = response.json().path("detail").asString("");
        return detail.isEmpty()
                ? "It was refused with status %d.".formatted(response.status())
                : Response.shortened(detail);
    }
}
