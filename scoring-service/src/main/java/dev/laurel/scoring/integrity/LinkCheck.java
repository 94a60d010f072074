package dev.laurel.scoring.integrity;

import dev.laurel.scoring.chain.Digests;
import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.chain.Link;
import dev.laurel.scoring.integrity.Fault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Computes a link anew out of its postings. Not thread-safe. */
public final class LinkCheck {

    private static final Comparator<LinkedEntry> BY_MEMBER =
            Comparator.comparing((LinkedEntry row) -> row.entry().member())
                    .thenComparingLong(row -> row.entry().sequence());

    private final Digests digests = new Digests();

    /**
     * Whatever is wrong with a link.
     *
     * @param link the link
     * @param before hash of the link before it as that one has it, {@code null} if there is none
     * @param rows its postings
     */
    public List<Fault> check(Link link, @Nullable Hash before, List<LinkedEntry> rows) {
        List<Fault> faults = new ArrayList<>();
        Hash expected = link.number() == 1 ? Hash.BEGINNING : before;
        if (expected == null) {
            faults.add(
                    fault(
                            Kind.LINK_MISSING,
                            link,
                            link.number() - 1,
                            null,
                            "Expected link %d of stripe %d, but there is none."
                                    .formatted(link.number() - 1, link.stripe())));
        } else if (!expected.equals(link.previous())) {
            faults.add(
                    fault(
                            Kind.LINK_CHANGED,
                            link,
                            link.number() - 1,
                            null,
                            "Expected link %d of stripe %d to have the hash that its successor knows, but it has another one."
                                    .formatted(link.number() - 1, link.stripe())));
        }
        List<byte[]> found = new ArrayList<>(rows.size());
        List<Fault> changed = new ArrayList<>();
        for (LinkedEntry row : rows.stream().sorted(BY_MEMBER).toList()) {
            byte[] digest = digests.of(row.entry());
            found.add(digest);
            if (Digests.shortened(digest) != row.digest()) {
                changed.add(changed(link, row));
            }
        }
        faults.addAll(changed);
        if (rows.size() < link.postings()) {
            faults.add(counted(Kind.POSTING_MISSING, link, rows.size()));
        } else if (rows.size() > link.postings()) {
            faults.add(counted(Kind.POSTING_ADDED, link, rows.size()));
        } else if (changed.isEmpty() && !hash(link, found).equals(link.hash())) {
            faults.add(
                    fault(
                            Kind.LINK_CHANGED,
                            link,
                            link.number(),
                            null,
                            "Expected link %d of stripe %d to have the hash of its %d postings, but it has another one."
                                    .formatted(link.number(), link.stripe(), rows.size())));
        }
        return faults;
    }

    private Hash hash(Link link, List<byte[]> found) {
        return digests.of(
                link.previous(),
                link.program(),
                link.stripe(),
                link.number(),
                link.recordedAt(),
                found);
    }

    private static Fault changed(Link link, LinkedEntry row) {
        return fault(
                Kind.POSTING_CHANGED,
                link,
                link.number(),
                row.entry().id(),
                "Expected posting %s (number %d of member '%s') as it was booked at %s, but it has been changed."
                        .formatted(
                                row.entry().id(),
                                row.entry().sequence(),
                                row.entry().member(),
                                link.recordedAt()));
    }

    private static Fault counted(Kind kind, Link link, int found) {
        return fault(
                kind,
                link,
                link.number(),
                null,
                "Expected %d postings of link %d of stripe %d, booked at %s, but there are %d."
                        .formatted(
                                link.postings(),
                                link.number(),
                                link.stripe(),
                                link.recordedAt(),
                                found));
    }

    private static Fault fault(
            Kind kind, Link link, long number, @Nullable UUID posting, String detail) {
        return new Fault(kind, link.stripe(), number, posting, detail);
    }
}
