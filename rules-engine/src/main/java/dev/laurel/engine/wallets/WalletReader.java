package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.PointsEffect.Shortfall;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventShapeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code wallets} of a program document. */
public final class WalletReader {

    /** Words that stand beside wallets in awards and limits. */
    private static final Set<String> RESERVED =
            Set.of("badge", "per", "fill", "count", "object", "id", "rules", "timeZone");

    private static final Set<String> OVERDRAFTS = Set.of("allow", "forbid", "to-zero");
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private WalletReader() {}

    public static List<Wallet> read(Section document) {
        Set<String> taken = new HashSet<>();
        List<Wallet> wallets = new ArrayList<>();
        Set<String> activating = EventShapeReader.activating(document);
        ValidityReader.Types types =
                new ValidityReader.Types(
                        EventShapeReader.types(document), EventShapeReader.ofMembers(document));
        for (Section section : document.sections("wallets")) {
            Wallet wallet = read(section, taken, activating, types);
            if (wallet != null) {
                wallets.add(wallet);
            }
        }
        return wallets;
    }

    private static @Nullable Wallet read(
            Section section,
            Set<String> taken,
            Set<String> activating,
            ValidityReader.Types types) {
        section.words(
                Set.of(
                        "id",
                        "name",
                        "overdraft",
                        "start",
                        "floor",
                        "rounding",
                        "pending",
                        "expiry"),
                Set.of());
        String name = section.text("name");
        String id = section.newId(taken);
        if (id != null && RESERVED.contains(id)) {
            section.problem(
                    "id",
                    "Expected an id other than '%s', but that word means something else."
                            .formatted(id));
        }
        long start = start(section);
        Long floor = floor(section, start);
        return id == null
                ? null
                : new Wallet(
                        id,
                        name == null ? id : name,
                        start,
                        floor,
                        Roundings.read(section),
                        ValidityReader.read(section, activating, types),
                        overdraft(section));
    }

    private static Shortfall overdraft(Section section) {
        return switch (section.choice("overdraft", OVERDRAFTS, Set.of(), "allow")) {
            case "forbid" -> Shortfall.FORBID;
            case "to-zero" -> Shortfall.TO_ZERO;
            default -> Shortfall.ALLOW;
        };
    }

    private static long start(Section section) {
        Long start = section.whole("start");
        if (start != null && (start < 1 || start > MOST_POINTS)) {
            section.problem(
                    "start",
                    "Expected 1 to %d points, but it was %d.".formatted(MOST_POINTS, start));
            return 0;
        }
        return start == null ? 0 : start;
    }

    private static @Nullable Long floor(Section section, long start) {
        Long floor = section.whole("floor");
        if (floor != null && (floor > start || floor < -MOST_POINTS)) {
            section.problem(
                    "floor",
                    "Expected %d to %d points, what the wallet starts with, but it was %d."
                            .formatted(-MOST_POINTS, start, floor));
            return null;
        }
        return floor;
    }
}
