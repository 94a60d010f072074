package dev.laurel.badges.awards.stream;

import dev.laurel.badges.awards.AwardChange;
import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.Effect;
import dev.laurel.badges.credentials.Credentials;
import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import dev.laurel.outbox.Outbox;
import dev.laurel.tracing.TracedCauses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Does what decisions ask for, and puts what changed into the outbox of the same transaction. */
@Component
class DecisionProjection implements Projection<BadgeDecision> {

    private final Awards awards;
    private final Credentials credentials;
    private final Outbox outbox;
    private final BadgeChangeRecords records;

    DecisionProjection(
            Awards awards, Credentials credentials, Outbox outbox, BadgeChangeRecords records) {
        this.awards = awards;
        this.credentials = credentials;
        this.outbox = outbox;
        this.records = records;
    }

    @Override
    public void apply(List<Received<BadgeDecision>> batch) {
        awards.meet(
                batch.stream()
                        .map(each -> Effects.holder(each.value()))
                        .collect(Collectors.toCollection(TreeSet::new)));
        List<Effect> effects =
                batch.stream().flatMap(each -> Effects.of(each.value()).stream()).toList();
        List<AwardChange> changes = awards.apply(effects);
        credentials.revoke(changes);
        TracedCauses.during(
                traced(batch), () -> outbox.append(changes.stream().map(records::of).toList()));
    }

    private static Map<UUID, String> traced(List<Received<BadgeDecision>> batch) {
        Map<UUID, String> contexts = new HashMap<>();
        for (Received<BadgeDecision> received : batch) {
            if (received.trace() != null) {
                contexts.put(received.value().id(), received.trace());
            }
        }
        return contexts;
    }
}
