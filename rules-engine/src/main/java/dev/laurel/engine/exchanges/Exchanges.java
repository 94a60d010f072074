package dev.laurel.engine.exchanges;

import dev.laurel.engine.document.Section;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the {@code exchanges} of a program document. Nothing that happens leads to one: members
 * ask the ledger for them, which reads the rates.
 */
public final class Exchanges {

    private static final long MOST_POINTS = 1_000_000_000L;

    private final Set<String> wallets;
    private final Set<String> taken = new HashSet<>();

    private Exchanges(Set<String> wallets) {
        this.wallets = wallets;
    }

    /** Notes what is wrong with them, given the ids of wallets. */
    public static void check(Section document, Set<String> wallets) {
        Exchanges check = new Exchanges(wallets);
        document.sections("exchanges").forEach(check::check);
    }

    /** The wallet that one of them gives points of, if what it says is right. */
    public static String given(Section exchange) {
        Section to = exchange.section("to");
        String wallet = to == null ? null : to.text("wallet");
        return wallet == null ? "" : wallet;
    }

    private void check(Section section) {
        section.words(Set.of("id", "from", "to"), Set.of());
        section.newId(taken);
        String from = side(section, "from");
        String to = side(section, "to");
        if (from != null && from.equals(to)) {
            section.problem(
                    "to",
                    "Expected another wallet than the one that points come from, but both are '%s'."
                            .formatted(to));
        }
    }

    private @Nullable String side(Section section, String key) {
        Section side = section.section(key);
        if (side == null) {
            if (!section.has(key)) {
                section.problem("Expected '%s', but it is missing.".formatted(key));
            }
            return null;
        }
        side.words(Set.of("wallet", "points"), Set.of());
        points(side);
        return side.reference("wallet", "wallet", wallets);
    }

    private static void points(Section side) {
        Long points = side.whole("points");
        if (points == null) {
            if (!side.has("points")) {
                side.problem("Expected 'points', but it is missing.");
            }
        } else if (points < 1 || points > MOST_POINTS) {
            side.problem(
                    "points",
                    "Expected 1 to %d points, but it was %d.".formatted(MOST_POINTS, points));
        }
    }
}
