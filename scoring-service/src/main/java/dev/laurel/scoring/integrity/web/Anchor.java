package dev.laurel.scoring.integrity.web;

import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.chain.Link;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Fault.Kind;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link as somebody outside has kept it, written {@code stripe:number:hash}.
 *
 * @param stripe which of the program's chains
 * @param number of the link
 * @param hash of the link
 */
record Anchor(int stripe, long number, Hash hash) {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,9}):(\\d{1,18}):([0-9a-f]{64})");

    static Anchor of(Head head) {
        return new Anchor(head.stripe(), head.number(), head.hash());
    }

    /** Reads a query parameter; Spring finds it by its name. */
    public static Anchor valueOf(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            String expected = "stripe:number:hash, as a verification gives its heads";
            String message = "Expected %s, but it was '%s'.".formatted(expected, text);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("?anchor", message, expected)));
        }
        return new Anchor(
                Integer.parseInt(parts.group(1)),
                Long.parseLong(parts.group(2)),
                new Hash(parts.group(3)));
    }

    /** What is wrong with the link that is there now. */
    Optional<Fault> check(Optional<Link> now) {
        if (now.isEmpty()) {
            return Optional.of(
                    new Fault(
                            Kind.LINK_MISSING,
                            stripe,
                            number,
                            null,
                            "Expected link %d of stripe %d, which was there once, but there is none."
                                    .formatted(number, stripe)));
        }
        Hash found = now.get().hash();
        return found.equals(hash)
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                Kind.LINK_CHANGED,
                                stripe,
                                number,
                                null,
                                "Expected link %d of stripe %d to have hash %s as it once had, but it has %s."
                                        .formatted(number, stripe, hash, found)));
    }

    @Override
    public String toString() {
        return "%d:%d:%s".formatted(stripe, number, hash);
    }
}
