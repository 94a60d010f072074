package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands with all challenges: each challenge's name once, and what an occurrence
 * gave only where it differs from the one before.
 */
final class ChallengesCodec {

    private static final int NOTHING = 0;
    private static final int BADGE = 1;

    /** Instead of a badge: who has no place has no award. */
    private static final int PLACELESS = 2;

    private ChallengesCodec() {}

    static void write(Map<ChallengeKey, ChallengeState> challenges, ByteWriter out) {
        Map<String, SortedMap<Long, ChallengeState>> series = new TreeMap<>();
        challenges.forEach((key, state) ->
                series.computeIfAbsent(key.challenge(), c -> new TreeMap<>())
                        .put(key.occurrence(), state));
        out.unsigned(series.size());
        series.forEach((challenge, occurrences) -> {
            out.text(challenge).unsigned(occurrences.size());
            long index = 0;
            ChallengeState last = ChallengeState.NEVER;
            for (Map.Entry<Long, ChallengeState> each : occurrences.entrySet()) {
                out.signed(each.getKey() - index);
                write(each.getValue(), last, out);
                index = each.getKey();
                last = each.getValue();
            }
        });
    }

    private static void write(ChallengeState state, ChallengeState last, ByteWriter out) {
        boolean same = isSame(state, last);
        out.unsigned(state.times() * 2L + (same ? 1 : 0))
                .unsigned(state.standing() * 2L + (state.kept() == 0 ? 0 : 1))
                .unsigned(state.known());
        if (state.kept() > 0) {
            out.unsigned(state.kept());
        }
        if (same) {
            return;
        }
        out.unsigned(state.given().size());
        state.given().forEach((wallet, points) -> out.text(wallet).signed(points));
        String badge = state.badge();
        out.unsigned(badge != null ? BADGE : state.placeless() ? PLACELESS : NOTHING);
        if (badge != null) {
            out.text(badge);
        }
    }

    private static boolean isSame(ChallengeState state, ChallengeState last) {
        return state.given().equals(last.given())
                && java.util.Objects.equals(state.badge(), last.badge())
                && state.placeless() == last.placeless();
    }

    static Map<ChallengeKey, ChallengeState> read(ByteReader in) {
        Map<ChallengeKey, ChallengeState> challenges = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            String challenge = in.text();
            long index = 0;
            ChallengeState last = ChallengeState.NEVER;
            for (int occurrences = in.count(); occurrences > 0; occurrences--) {
                index += in.signed();
                last = read(in, last);
                challenges.put(new ChallengeKey(challenge, index), last);
            }
        }
        return challenges;
    }

    private static ChallengeState read(ByteReader in, ChallengeState last) {
        int head = in.count();
        int standing = in.count();
        long known = in.unsigned();
        int kept = standing % 2 == 0 ? 0 : in.count();
        Map<String, Long> given = last.given();
        @Nullable String badge = last.badge();
        boolean placeless = last.placeless();
        if (head % 2 == 0) {
            given = new LinkedHashMap<>();
            for (int left = in.count(); left > 0; left--) {
                given.put(in.text(), in.signed());
            }
            int what = in.count();
            badge = what == BADGE ? in.text() : null;
            placeless = what == PLACELESS;
        }
        return new ChallengeState(standing / 2, head / 2, given, badge, known, kept, placeless);
    }
}
