package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Member state as bytes, for a host's store. Compact, versioned by the first byte. */
public final class MemberStateCodec {

    private static final int VERSION = 1;

    private MemberStateCodec() {}

    public static byte[] encode(MemberState state) {
        ByteWriter out = new ByteWriter(VERSION);
        out.unsigned(state.metrics().size());
        state.metrics()
                .forEach((key, cell) -> {
                    MetricCellCodec.write(key, out);
                    MetricCellCodec.write(cell, out);
                });
        out.unsigned(state.limits().size());
        state.limits().forEach((key, cell) -> write(key, cell, out));
        out.unsigned(state.challenges().size());
        state.challenges().forEach((id, challenge) -> write(id, challenge, out));
        out.unsigned(state.badges().size());
        state.badges().forEach((id, badge) -> write(id, badge, out));
        out.unsigned(state.wallets().size());
        state.wallets().forEach((id, wallet) -> write(id, wallet, out));
        return out.toBytes();
    }

    private static void write(LimitKey key, LimitCell cell, ByteWriter out) {
        LimitKeyCodec.write(key, out);
        out.signed(cell.asked()).signed(cell.asked() - cell.given());
    }

    private static void write(String id, ChallengeState challenge, ByteWriter out) {
        out.text(id)
                .unsigned(challenge.completed() ? 1 : 0)
                .unsigned(challenge.times())
                .unsigned(challenge.given().size());
        challenge.given().forEach((wallet, points) -> out.text(wallet).signed(points));
        String badge = challenge.badge();
        out.unsigned(badge == null ? 0 : 1);
        if (badge != null) {
            out.text(badge);
        }
    }

    private static void write(String id, WalletState wallet, ByteWriter out) {
        out.text(id)
                .unsigned(wallet.events())
                .unsigned(wallet.starts())
                .signed(wallet.start())
                .signed(wallet.sum());
    }

    private static void write(String id, BadgeState badge, ByteWriter out) {
        out.text(id).unsigned(badge.times()).unsigned(badge.grounds().size());
        badge.grounds().forEach(out::text);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static MemberState decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a member state", VERSION);
        Map<MetricKey, MetricCell> metrics = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            metrics.put(MetricCellCodec.readKey(in), MetricCellCodec.readCell(in));
        }
        Map<LimitKey, LimitCell> limits = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            readLimit(in, limits);
        }
        Map<String, ChallengeState> challenges = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            challenges.put(in.text(), readChallenge(in));
        }
        Map<String, BadgeState> badges = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            badges.put(in.text(), readBadge(in));
        }
        Map<String, WalletState> wallets = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            wallets.put(
                    in.text(),
                    new WalletState(in.unsigned(), in.count(), in.signed(), in.signed()));
        }
        in.end();
        return new MemberState(metrics, limits, challenges, badges, wallets);
    }

    private static void readLimit(ByteReader in, Map<LimitKey, LimitCell> into) {
        LimitKey key = LimitKeyCodec.read(in);
        long asked = in.signed();
        into.put(key, new LimitCell(asked, asked - in.signed()));
    }

    private static ChallengeState readChallenge(ByteReader in) {
        boolean completed = in.count() == 1;
        int times = in.count();
        Map<String, Long> given = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            given.put(in.text(), in.signed());
        }
        return new ChallengeState(completed, times, given, in.count() == 0 ? null : in.text());
    }

    private static BadgeState readBadge(ByteReader in) {
        int times = in.count();
        Set<String> grounds = new HashSet<>();
        for (int left = in.count(); left > 0; left--) {
            grounds.add(in.text());
        }
        return new BadgeState(grounds, times);
    }
}
