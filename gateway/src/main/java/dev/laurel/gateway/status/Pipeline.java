package dev.laurel.gateway.status;

import dev.laurel.contracts.Topic;
import dev.laurel.contracts.Topics;
import java.util.Arrays;
import java.util.List;

/**
 * The way of an event through readers and outboxes. A step writes only before the position that it
 * commits, so steps found empty one after the other, in this order, have let everything through
 * that was accepted before the first was looked at.
 */
final class Pipeline {

    /** A place where something can still be on its way. */
    sealed interface Step {

        /** A consumer group and the topics that it reads. */
        record Reads(String group, List<String> topics) implements Step {}

        /** The outbox of a service. */
        record Sends(String service) implements Step {}
    }

    static final List<Step> STEPS =
            List.of(
                    new Step.Sends("member-service"),
                    new Step.Sends("rules-service"),
                    new Step.Sends("leaderboard-service"),
                    reads("laurel-rules", Topics.MEMBERS, Topics.EVENTS),
                    reads("laurel-rules-journal", Topics.DECISIONS),
                    reads("laurel-scoring", Topics.DECISIONS),
                    reads("laurel-badges", Topics.DECISIONS),
                    reads("laurel-crm-decisions", Topics.DECISIONS),
                    new Step.Sends("scoring-service"),
                    new Step.Sends("badge-service"),
                    reads("laurel-leaderboards", Topics.LEDGER),
                    reads("laurel-leaderboards-members", Topics.MEMBERS),
                    reads("laurel-leaderboards-decisions", Topics.DECISIONS),
                    reads("laurel-crm-ledger", Topics.LEDGER),
                    reads("laurel-crm-badges", Topics.BADGES),
                    reads("laurel-crm-tiers", Topics.TIERS),
                    reads("laurel-crm-members", Topics.MEMBERS));

    private Pipeline() {}

    private static Step reads(String group, Topic<?>... topics) {
        return new Step.Reads(group, Arrays.stream(topics).<String>map(Topic::name).toList());
    }
}
