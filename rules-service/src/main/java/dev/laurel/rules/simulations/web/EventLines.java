package dev.laurel.rules.simulations.web;

import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.HttpReading;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.rules.evaluation.EngineEvents;
import dev.laurel.rules.simulations.GivenEvents.Line;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a request with the intake's own reader, as history: none is too late, and
 * each came when it happened. One in a line, or a batch.
 */
final class EventLines {

    static final String LINES = "application/x-ndjson";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String ONE = "application/cloudevents+json";
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final HttpEvents reader = new HttpEvents(IntakeLimits.DEFAULT);
    private final String program;
    private final Instant now;

    EventLines(String program, Instant now) {
        this.program = program;
        this.now = now;
    }

    /**
     * Reads a body.
     *
     * @param batch whether it is a batch
     * @param encoding its content encoding, {@code gzip} or none
     * @throws Problem when it cannot be read; an event that cannot is a line with its reason
     */
    List<Line> read(byte[] body, boolean batch, @Nullable String encoding) {
        byte[] plain = plain(body, encoding);
        if (batch) {
            return read(BATCH, plain);
        }
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < plain.length; ) {
            int until = from;
            while (until < plain.length && plain[until] != '\n') {
                until++;
            }
            byte[] line = java.util.Arrays.copyOfRange(plain, from, until);
            if (!new String(line, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                lines.addAll(readLine(line));
            }
            from = until + 1;
        }
        return lines;
    }

    private List<Line> readLine(byte[] line) {
        try {
            return read(ONE, line);
        } catch (Problem broken) {
            return List.of(new Line(null, broken.detail()));
        }
    }

    private List<Line> read(String type, byte[] body) {
        return switch (reader.read(program, type, _ -> null, body, now, true)) {
            case HttpReading.Read(var readings) -> readings.stream().map(EventLines::line).toList();
            case HttpReading.BrokenBody(String reason) ->
                    throw new Problem(CommonProblem.UNREADABLE_REQUEST, reason);
            case HttpReading.UnsupportedMediaType(String reason) ->
                    throw new Problem(CommonProblem.BODY_FORMAT, reason);
            case HttpReading.BatchTooLarge(int limit) ->
                    throw new Problem(
                            CommonProblem.TOO_LARGE,
                            "Expected at most %d events in a batch; lines of %s can be more."
                                    .formatted(limit, LINES));
        };
    }

    private static Line line(EventReading reading) {
        return switch (reading) {
            case Accepted accepted ->
                    new Line(EngineEvents.of(accepted.event()).asItHappened(), "");
            case Rejected rejected -> new Line(null, rejected.problems().getFirst().message());
        };
    }

    private static byte[] plain(byte[] body, @Nullable String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.equals("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Problem(
                    CommonProblem.BODY_FORMAT,
                    "Expected Content-Encoding gzip or none, but it was '%s'.".formatted(encoding));
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw new Problem(
                        CommonProblem.TOO_LARGE,
                        "Expected at most %d bytes of events, but there are more."
                                .formatted(MOST_BYTES));
            }
            return plain;
        } catch (IOException broken) {
            throw new Problem(
                    CommonProblem.UNREADABLE_REQUEST,
                    "Expected a body in gzip, but it is none: %s.".formatted(broken.getMessage()));
        }
    }
}
