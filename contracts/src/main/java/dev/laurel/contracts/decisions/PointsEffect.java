package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to move between the beneficiary and the platform.
 *
 * @param id UUIDv5 of what caused it: the same cause decided again collides instead of paying twice
 * @param wallet the wallet's id
 * @param points positive to give, negative to take, never zero
 * @param cause the mechanic that asks for it
 * @param reversal the event that moves them when that is not the decision's own but a reversal of
 *     it that had come before: they count at its time; {@code null} otherwise
 * @param team the team that they count for besides the member, {@code null} for none
 * @param term when points that are given can be used, {@code null} for always
 * @param undoes the effect that gave what is taken, {@code null} where there is none
 * @param shortfall what becomes of points that are to be taken and are not there, {@code null} for
 *     {@link Shortfall#ALLOW}
 * @param budgets what points that are given come from, all of them; which may hold too few; {@code
 *     null} or empty for no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointsEffect(
        UUID id,
        String wallet,
        long points,
        Cause cause,
        @Nullable EventReference reversal,
        @Nullable String team,
        @Nullable Term term,
        @Nullable UUID undoes,
        @Nullable Shortfall shortfall,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Budget> budgets) {

    /** Points that the decision's own event moves, of a member without a team. */
    public PointsEffect(UUID id, String wallet, long points, Cause cause) {
        this(id, wallet, points, cause, null, null, null, null, null, List.of());
    }

    public PointsEffect {
        budgets = budgets == null ? null : List.copyOf(budgets);
        if (points == 0) {
            throw new IllegalArgumentException("Expected points other than 0, but they were 0.");
        }
    }
}
