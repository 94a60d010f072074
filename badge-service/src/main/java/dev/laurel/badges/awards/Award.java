package dev.laurel.badges.awards;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A badge that a member has or had. There is one per member and badge, for ever.
 *
 * @param id see {@link AwardId}
 * @param holder who has it
 * @param badge the badge's id
 * @param status whether the member has it now
 * @param times how many of it the member has now, for a badge that is issued once for each of
 *     several things; 0 when it is revoked
 * @param firstIssuedAt when the event happened that it was first issued for
 * @param origin where the latest change comes from
 */
public record Award(
        UUID id,
        Holder holder,
        String badge,
        Status status,
        int times,
        Instant firstIssuedAt,
        Origin origin) {

    /** The award that an effect makes of none; revoking what was never issued makes none. */
    static Optional<Award> first(Effect effect) {
        return switch (effect.status()) {
            case ISSUED ->
                    Optional.of(
                            new Award(
                                    AwardId.of(effect.holder(), effect.badge()),
                                    effect.holder(),
                                    effect.badge(),
                                    Status.ISSUED,
                                    1,
                                    effect.origin().time(),
                                    effect.origin()));
            case REVOKED -> Optional.empty();
        };
    }

    /** The award after an effect, empty when that revokes what is revoked. */
    Optional<Award> after(Effect effect) {
        int after =
                switch (effect.status()) {
                    case ISSUED -> times + 1;
                    case REVOKED -> times - 1;
                };
        return after < 0
                ? Optional.empty()
                : Optional.of(
                        new Award(
                                id,
                                holder,
                                badge,
                                after == 0 ? Status.REVOKED : Status.ISSUED,
                                after,
                                firstIssuedAt,
                                effect.origin()));
    }

    /** When the event behind the latest change happened. */
    public Instant changedAt() {
        return origin.time();
    }
}
