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
 * @param firstIssuedAt when the event happened that it was first issued for
 * @param origin where the latest change comes from
 */
public record Award(
        UUID id, Holder holder, String badge, Status status, Instant firstIssuedAt, Origin origin) {

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
                                    effect.origin().time(),
                                    effect.origin()));
            case REVOKED -> Optional.empty();
        };
    }

    /** The award after an effect, empty when it asks for what already is. */
    Optional<Award> after(Effect effect) {
        return effect.status() == status
                ? Optional.empty()
                : Optional.of(
                        new Award(
                                id,
                                holder,
                                badge,
                                effect.status(),
                                firstIssuedAt,
                                effect.origin()));
    }

    /** When the event behind the latest change happened. */
    public Instant changedAt() {
        return origin.time();
    }
}
