package dev.laurel.crm.inbound;

import dev.laurel.crm.vendor.Answer;
import java.util.function.Function;

/** Answers of CRMs to work that is done again when it can't be done now. */
final class Answers {

    private Answers() {}

    /**
     * What comes of the next step.
     *
     * @return why there is none, or what the step says
     */
    static <T> String resolve(Answer<T> answer, Function<T, String> next) {
        return switch (answer) {
            case Answer.Given<T>(T value, var _) -> next.apply(value);
            case Answer.Rejected<T>(var refusal) -> refusal.message();
            case Answer.Throttled<T>(var _, String reason) -> reason;
            case Answer.Failed<T>(String reason) -> reason;
            case Answer.Denied<T>(String reason) -> reason;
        };
    }
}
