package dev.laurel.scoring.tiers.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.contracts.tiers.MemberTier.Change;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.scoring.tiers.TierChange;
import dev.laurel.scoring.tiers.TierNews;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.TracedCauses;
import java.util.List;

/** Tells of tiers on {@code laurel.tiers}, in the same transaction. */
final class AnnouncedTiers implements TierNews {

    private final Outbox outbox;
    private final RecordCodec codec;

    AnnouncedTiers(Outbox outbox, RecordCodec codec) {
        this.outbox = outbox;
        this.codec = codec;
    }

    @Override
    public void tell(List<TierChange> changes) {
        if (!changes.isEmpty()) {
            outbox.append(changes.stream().map(this::record).toList());
        }
    }

    private OutboxRecord record(TierChange change) {
        MemberKey key = new MemberKey(change.member().program(), change.member().id());
        return OutboxRecord.of(
                        Topics.TIERS.name(),
                        key.toString().getBytes(UTF_8),
                        codec.write(tier(change)))
                .with(TracedCauses.headers(key));
    }

    private static MemberTier tier(TierChange change) {
        boolean warning = change.kind() == TierChange.Kind.WARNED;
        return new MemberTier(
                change.member().program(),
                change.member().id(),
                change.revision(),
                warning ? change.from() : change.to(),
                change.from(),
                switch (change.kind()) {
                    case RAISED -> Change.RAISED;
                    case LOWERED -> Change.LOWERED;
                    case WARNED -> Change.WARNED;
                },
                change.day(),
                change.invited(),
                change.falls() == null ? null : new MemberTier.Fall(change.falls(), change.to()),
                change.recordedAt());
    }
}
