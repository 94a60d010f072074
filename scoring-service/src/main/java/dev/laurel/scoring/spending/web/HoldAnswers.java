package dev.laurel.scoring.spending.web;

import dev.laurel.scoring.accounts.web.AccountProblem;
import dev.laurel.scoring.spending.Answer;
import dev.laurel.scoring.spending.Hold;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.UUID;

/** Names the problems of a till. */
final class HoldAnswers {

    private HoldAnswers() {}

    /**
     * The hold as it is now.
     *
     * @param wallet the wallet that was asked for, for placing one
     * @param points how many
     * @throws Problem for everything but success
     */
    static Hold placed(Answer answer, String wallet, long points) {
        return switch (answer) {
            case Answer.Done(Hold hold) -> hold;
            case Answer.TooFew(long available) ->
                    throw AccountProblem.insufficient(wallet, points, available);
            case Answer.Unknown _, Answer.Closed _, Answer.TooMany _ ->
                    throw new IllegalStateException("Expected a new hold, but got " + answer);
        };
    }

    /** The same for a hold that is there already. */
    static Hold changed(Answer answer, UUID id) {
        return switch (answer) {
            case Answer.Done(Hold hold) -> hold;
            case Answer.Unknown _ -> throw unknown(id);
            case Answer.Closed(Hold hold) ->
                    throw new Problem(
                            SpendingProblem.HOLD_CLOSED,
                            "Expected %s, but the hold is %s%s."
                                    .formatted(
                                            hold.status() == Hold.Status.CONFIRMED
                                                    ? "the same end as before, or points to give back"
                                                    : "an open hold",
                                            hold.status().label(),
                                            hold.status() == Hold.Status.CONFIRMED
                                                    ? " with %d spent and %d refunded"
                                                            .formatted(
                                                                    hold.spent(), hold.refunded())
                                                    : ""));
            case Answer.TooMany(Hold _, long most) -> throw tooMany(most);
            case Answer.TooFew(long available) ->
                    throw new IllegalStateException(
                            "Expected points that are held, but there were " + available);
        };
    }

    static Problem unknown(UUID id) {
        return new Problem(
                SpendingProblem.UNKNOWN_HOLD,
                "Expected a hold, but there is no '%s'.".formatted(id));
    }

    private static Problem tooMany(long most) {
        String expected = "at most %d points".formatted(most);
        String message = "Expected %s, but more were asked for.".formatted(expected);
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                message,
                List.of(new Violation("/points", message, expected)));
    }
}
