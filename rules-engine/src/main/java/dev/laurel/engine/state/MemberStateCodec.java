package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Member state as bytes, for a host's store. Compact, versioned by the first byte. */
public final class MemberStateCodec {

    private static final int VERSION = 1;

    private MemberStateCodec() {}

    public static byte[] encode(MemberState state) {
        ByteWriter out = new ByteWriter(VERSION);
        MetricsCodec.write(state.metrics(), out);
        out.unsigned(state.limits().size());
        state.limits().forEach((key, cell) -> write(key, cell, out));
        ChallengesCodec.write(state.challenges(), out);
        out.unsigned(state.badges().size());
        state.badges().forEach((id, badge) -> write(id, badge, out));
        out.unsigned(state.wallets().size());
        state.wallets().forEach((id, wallet) -> write(id, wallet, out));
        out.unsigned(state.streaks().size());
        state.streaks().forEach((id, streak) -> StreakStateCodec.write(streak, out.text(id)));
        LocalDate liveSince = state.liveSince();
        out.unsigned(liveSince == null ? 0 : 1);
        if (liveSince != null) {
            out.signed(liveSince.toEpochDay());
        }
        out.unsigned(state.silences().size());
        state.silences()
                .forEach((type, silence) ->
                        out.text(type)
                                .signed(silence.last().toEpochMilli())
                                .unsigned(silence.told() ? 1 : 0));
        out.unsigned(state.version());
        return out.toBytes();
    }

    private static void write(LimitKey key, LimitCell cell, ByteWriter out) {
        LimitKeyCodec.write(key, out);
        out.signed(cell.asked()).signed(cell.asked() - cell.given());
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
        Map<MetricKey, MetricCell> metrics = MetricsCodec.read(in);
        Map<LimitKey, LimitCell> limits = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            readLimit(in, limits);
        }
        Map<ChallengeKey, ChallengeState> challenges = ChallengesCodec.read(in);
        Map<String, BadgeState> badges = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            badges.put(in.text(), readBadge(in));
        }
        Map<String, WalletState> wallets = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            wallets.put(
                    in.text(),
                    new WalletState(in.unsigned(), in.count(), in.signed(), in.signed()));
        }
        Map<String, StreakState> streaks = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            streaks.put(in.text(), StreakStateCodec.read(in));
        }
        LocalDate liveSince = in.count() == 0 ? null : LocalDate.ofEpochDay(in.signed());
        Map<String, SilenceState> silences = readSilences(in);
        int version = in.count();
        in.end();
        return new MemberState(
                metrics,
                limits,
                challenges,
                badges,
                wallets,
                streaks,
                liveSince,
                silences,
                version);
    }

    private static Map<String, SilenceState> readSilences(ByteReader in) {
        Map<String, SilenceState> silences = new CellTable<>();
        for (int left = in.count(); left > 0; left--) {
            silences.put(
                    in.text(),
                    new SilenceState(Instant.ofEpochMilli(in.signed()), in.count() == 1));
        }
        return silences;
    }

    private static void readLimit(ByteReader in, Map<LimitKey, LimitCell> into) {
        LimitKey key = LimitKeyCodec.read(in);
        long asked = in.signed();
        into.put(key, new LimitCell(asked, asked - in.signed()));
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
