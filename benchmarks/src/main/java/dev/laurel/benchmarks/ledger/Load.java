package dev.laurel.benchmarks.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.contracts.decisions.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions about purchases of members of the history, by chance, each of two postings. */
final class Load {

    static final int POSTINGS_OF_A_DECISION = 2;
    static final String COLLECTOR = "collector";

    private final String run;
    private final long members;
    private final Random random = new Random(7);
    private long next;

    /**
     * @param run makes its ids unlike those of other runs
     * @param members how many the history has
     */
    Load(String run, long members) {
        this.run = run;
        this.members = members;
    }

    Stream<Decision> next(long number) {
        return LongStream.range(next, next += number)
                .mapToObj(i -> {
                    Instant time = History.END.plusSeconds(i / 1_000);
                    return decision(
                            "member-" + random.nextLong(members),
                            "event-" + i,
                            time,
                            List.of(
                                    effect("base-" + i, 10, "base-earn", null),
                                    effect("more-" + i, 5, "more", null)));
                });
    }

    /** Awards to one member, each a lot that expires on a day of its own. */
    Stream<Decision> lots(int number) {
        Instant time = History.END;
        return IntStream.range(0, number)
                .mapToObj(i ->
                        decision(
                                COLLECTOR,
                                "lot-" + i,
                                time,
                                List.of(
                                        effect(
                                                "lot-" + i,
                                                50,
                                                "base-earn",
                                                new Term(
                                                        time,
                                                        Instant.parse("2200-01-01T00:00:00Z")
                                                                .plusSeconds(3_600L * i))))));
    }

    private PointsEffect effect(String name, long points, String rule, @Nullable Term term) {
        return new PointsEffect(
                id(name),
                "stars",
                points,
                new Cause(Cause.Kind.RULE, rule),
                null,
                null,
                term,
                null,
                null,
                List.of());
    }

    private Decision decision(
            String member, String event, Instant time, List<PointsEffect> points) {
        return new Decision(
                id("decision-" + event),
                History.PROGRAM,
                3,
                "ab12",
                member,
                new EventReference(
                        "/shop",
                        run + event,
                        "purchase",
                        member,
                        time,
                        time,
                        LocalDate.ofInstant(time, ZoneOffset.UTC),
                        false),
                Decision.Outcome.DECIDED,
                null,
                points.stream()
                        .map(each ->
                                new RuleDecision(
                                        each.cause().id(),
                                        RuleDecision.Outcome.AWARDED,
                                        Map.of("stars", each.points()),
                                        Map.of("stars", each.points()),
                                        null))
                        .toList(),
                List.of(),
                List.of(),
                points,
                List.of());
    }

    private UUID id(String name) {
        return UUID.nameUUIDFromBytes((run + name).getBytes(UTF_8));
    }
}
