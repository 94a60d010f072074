package dev.laurel.scoring.accounts.web;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The check of whose points a request is about. */
@Component
public final class KnownWallets {

    private final KnownPrograms programs;

    KnownWallets(KnownPrograms programs) {
        this.programs = programs;
    }

    /**
     * Returns the member's wallet if the program is published and has it.
     *
     * @throws Problem {@link CommonProblem#UNKNOWN_PROGRAM}, {@link
     *     CommonProblem#INVALID_PARAMETER} or {@link CommonProblem#INVALID_CONTENT}
     */
    public MemberWallet check(String program, String member, String wallet) {
        Terms terms = programs.check(program);
        if (!Member.isId(member)) {
            throw problem(
                    CommonProblem.INVALID_PARAMETER,
                    "{member}",
                    "a member id of 1 to 200 characters without control characters",
                    "it was '%s'".formatted(member));
        }
        if (!terms.wallets().contains(wallet)) {
            throw problem(
                    CommonProblem.INVALID_CONTENT,
                    "/wallet",
                    "one of " + terms.wallets(),
                    "there is no wallet '%s'".formatted(wallet));
        }
        return new MemberWallet(new Member(program, member), wallet);
    }

    /**
     * Refuses a channel that has no figures of its own.
     *
     * @param channel {@code null} for none
     * @throws Problem {@link CommonProblem#UNKNOWN_PROGRAM} or {@link
     *     CommonProblem#INVALID_CONTENT}
     */
    public void checkChannel(String program, @Nullable String channel) {
        Terms terms = programs.check(program);
        if (channel != null && !terms.channels().contains(channel)) {
            throw problem(
                    CommonProblem.INVALID_CONTENT,
                    "/channel",
                    "one of " + terms.channels(),
                    "there is no channel '%s'".formatted(channel));
        }
    }

    private static Problem problem(
            CommonProblem type, String pointer, String expected, String actual) {
        String message = "Expected %s, but %s.".formatted(expected, actual);
        return new Problem(type, message, List.of(new Violation(pointer, message, expected)));
    }
}
