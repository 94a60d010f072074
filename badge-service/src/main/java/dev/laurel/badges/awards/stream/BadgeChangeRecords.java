package dev.laurel.badges.awards.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.AwardChange;
import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.TracedCauses;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Changes as records of {@link Topics#BADGES}. */
@Component
class BadgeChangeRecords {

    private final RecordCodec codec;
    private final Clock clock;

    BadgeChangeRecords(RecordCodec codec, Clock clock) {
        this.codec = codec;
        this.clock = clock;
    }

    OutboxRecord of(AwardChange change) {
        Award award = change.award();
        MemberKey key = new MemberKey(award.holder().program(), award.holder().member());
        var record =
                new BadgeChange(
                        award.id(),
                        award.holder().program(),
                        award.holder().member(),
                        change.sequence(),
                        award.badge(),
                        switch (award.status()) {
                            case ISSUED -> BadgeEffect.Change.ISSUED;
                            case REVOKED -> BadgeEffect.Change.REVOKED;
                        },
                        new Cause(
                                Cause.Kind.valueOf(award.origin().causeKind()),
                                award.origin().causeId()),
                        award.origin().decision(),
                        award.origin().version(),
                        award.changedAt(),
                        clock.instant());
        return OutboxRecord.of(
                        Topics.BADGES.name(), key.toString().getBytes(UTF_8), codec.write(record))
                .with(TracedCauses.headers(award.origin().decision()));
    }
}
