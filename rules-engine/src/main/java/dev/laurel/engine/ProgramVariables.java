package dev.laurel.engine;

import dev.laurel.engine.expressions.ObjectShape;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.expressions.Vocabulary;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.MetricCells;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.tiers.Tiers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables {@code program}, {@code member} and {@code metrics} of a program's expressions. */
final class ProgramVariables {

    static final ObjectShape PROGRAM =
            ObjectShape.of("Program", shape -> shape.text("id").text("timeZone"));
    static final ObjectShape MEMBER =
            ObjectShape.of(
                    "Member",
                    shape ->
                            shape.text("id")
                                    .text("timeZone")
                                    .text("locale")
                                    .texts("segments")
                                    .text("team")
                                    .text("tier")
                                    .map("attributes"));

    private final ZoneId zone;
    private final ObjectValue program;
    private final List<Metric> metrics;
    private final Tiers tiers;
    private final ObjectShape metricsShape;

    /**
     * For a program.
     *
     * @param broken ids of metrics that have problems, so that expressions over them have no others
     */
    ProgramVariables(
            String program, ZoneId zone, List<Metric> metrics, Set<String> broken, Tiers tiers) {
        this.zone = zone;
        this.program = ObjectValue.of(PROGRAM, program, zone.getId());
        this.metrics = List.copyOf(metrics);
        this.tiers = tiers;
        this.metricsShape = ObjectShape.of("Metrics", shape -> shape(shape, broken));
    }

    private void shape(ObjectShape.Builder shape, Set<String> broken) {
        broken.forEach(shape::number);
        for (Metric metric : metrics) {
            if (metric.isFractional()) {
                shape.number(metric.id());
            } else {
                shape.whole(metric.id());
            }
        }
    }

    /** What can be asked about a member, apart from what happened. */
    Vocabulary ofMembers() {
        return new Vocabulary(Map.of(Vocabulary.PROGRAM, PROGRAM, Vocabulary.MEMBER, MEMBER));
    }

    /** What badge conditions can use. */
    Vocabulary ofBadges() {
        return new Vocabulary(
                Map.of(
                        Vocabulary.METRICS,
                        metricsShape,
                        Vocabulary.PROGRAM,
                        PROGRAM,
                        Vocabulary.MEMBER,
                        MEMBER));
    }

    Variables ofEvent(ObjectValue event, Member member, Instant time) {
        return Variables.ofEvent(event, program, view(member, time));
    }

    Variables ofMember(Member member, Instant time) {
        return Variables.ofMember(program, view(member, time));
    }

    /**
     * The variables of badges.
     *
     * @param object the object whose values are meant where a metric has one for each
     */
    Variables ofMetrics(MetricCells cells, Member member, Instant time, String object) {
        Object[] values = new Object[metrics.size()];
        for (int i = 0; i < values.length; i++) {
            Metric metric = metrics.get(i);
            MetricKey key =
                    metric.per() == null
                            ? MetricKey.ever(metric.id())
                            : MetricKey.object(metric.id(), object);
            double value = metric.value(cells.metric(key));
            boolean fraction = metric.isFractional();
            values[i] = fraction ? (Object) value : (Object) (long) value;
        }
        return Variables.ofMetrics(
                ObjectValue.of(metricsShape, values), program, view(member, time));
    }

    /** Unknown texts are empty. */
    private ObjectValue view(Member member, Instant time) {
        ZoneId own = member.zone();
        String locale = member.locale();
        String team = member.teamAt(time);
        return ObjectValue.of(
                MEMBER,
                member.id(),
                own == null ? zone.getId() : own.getId(),
                locale == null ? "" : locale,
                member.segments().isEmpty() ? List.of() : List.copyOf(member.segments()),
                team == null ? "" : team,
                tiers.of(member.tier()),
                member.attributes());
    }
}
