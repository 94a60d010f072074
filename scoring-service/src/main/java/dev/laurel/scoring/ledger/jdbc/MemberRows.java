package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Balance;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Posting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables {@code member_sequence} and {@code member_account}. */
final class MemberRows {

    private static final String LOCK =
            """
            SELECT m.program, m.member, m.sequence
            FROM unnest(?, ?) AS wanted (program, member)
            JOIN member_sequence m USING (program, member)
            ORDER BY m.program, m.member
            FOR UPDATE OF m
            """;

    /** A row that somebody else inserts at the same time is waited for, then locked. */
    private static final String INSERT_AND_LOCK =
            """
            INSERT INTO member_sequence AS m (program, member, sequence)
            SELECT program, member, 0
            FROM unnest(?, ?) AS wanted (program, member)
            ORDER BY program, member
            ON CONFLICT (program, member) DO UPDATE SET sequence = m.sequence
            RETURNING program, member, sequence
            """;

    private static final String BALANCES =
            """
            SELECT a.program, a.member, a.wallet, a.balance, a.pending, a.held, a.earned,
                   a.lotted
            FROM unnest(?, ?, ?) AS wanted (program, member, wallet)
            JOIN member_account a USING (program, member, wallet)
            """;

    private static final String UPDATE_SEQUENCES =
            """
            UPDATE member_sequence m SET sequence = moved.sequence
            FROM unnest(?, ?, ?) AS moved (program, member, sequence)
            WHERE m.program = moved.program AND m.member = moved.member
            """;

    private static final String UPDATE_BALANCES =
            """
            INSERT INTO member_account
                (program, member, wallet, balance, pending, held, earned, lotted)
            SELECT program, member, wallet, balance, pending, held, earned, lotted
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                AS moved (program, member, wallet, balance, pending, held, earned, lotted)
            ON CONFLICT (program, member, wallet)
            DO UPDATE SET balance = EXCLUDED.balance, pending = EXCLUDED.pending,
                held = EXCLUDED.held, earned = EXCLUDED.earned, lotted = EXCLUDED.lotted
            """;

    private final JdbcTemplate jdbc;

    MemberRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the members, new ones too. Returns their last sequences. */
    Map<Member, Long> lock(Set<Member> members) {
        Map<Member, Long> sequences = new HashMap<>();
        lock(LOCK, members, sequences);
        List<Member> missing =
                members.stream().filter(member -> !sequences.containsKey(member)).toList();
        if (!missing.isEmpty()) {
            lock(INSERT_AND_LOCK, missing, sequences);
        }
        return sequences;
    }

    private void lock(String sql, Collection<Member> members, Map<Member, Long> sequences) {
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                sql,
                                Column.text(members, Member::program),
                                Column.text(members, Member::id)),
                row -> {
                    sequences.put(new Member(row.getString(1), row.getString(2)), row.getLong(3));
                });
    }

    /**
     * What is kept of a wallet.
     *
     * @param lotted whether it ever had a lot
     */
    record Account(Balance balance, boolean lotted) {}

    /** Those wallets that there are. */
    Map<MemberWallet, Account> accounts(Collection<MemberWallet> wallets) {
        Map<MemberWallet, Account> accounts = new HashMap<>();
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                BALANCES,
                                Column.text(wallets, wallet -> wallet.member().program()),
                                Column.text(wallets, wallet -> wallet.member().id()),
                                Column.text(wallets, MemberWallet::wallet)),
                row -> {
                    accounts.put(
                            new MemberWallet(
                                    new Member(row.getString(1), row.getString(2)),
                                    row.getString(3)),
                            new Account(
                                    new Balance(
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getLong(6),
                                            row.getLong(7)),
                                    row.getBoolean(8)));
                });
        return accounts;
    }

    /**
     * Brings sequences and balances to where the postings, in order of booking, lead.
     *
     * @param lotted wallets that have or had lots
     */
    void update(List<Posting> postings, Predicate<MemberWallet> lotted) {
        Map<Member, Posting> lastOfMember = new LinkedHashMap<>();
        Map<MemberWallet, Posting> lastOfWallet = new LinkedHashMap<>();
        for (Posting posting : postings) {
            lastOfMember.put(posting.member(), posting);
            lastOfWallet.put(new MemberWallet(posting.member(), posting.wallet()), posting);
        }
        updateSequences(lastOfMember.values());
        updateBalances(lastOfWallet.entrySet(), lotted);
    }

    private void updateSequences(Collection<Posting> last) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        UPDATE_SEQUENCES,
                        Column.text(last, posting -> posting.member().program()),
                        Column.text(last, posting -> posting.member().id()),
                        Column.int8(last, Posting::sequence)));
    }

    private void updateBalances(
            Collection<Map.Entry<MemberWallet, Posting>> last, Predicate<MemberWallet> lotted) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        UPDATE_BALANCES,
                        Column.text(last, each -> each.getKey().member().program()),
                        Column.text(last, each -> each.getKey().member().id()),
                        Column.text(last, each -> each.getKey().wallet()),
                        Column.int8(last, each -> each.getValue().after().points()),
                        Column.int8(last, each -> each.getValue().after().pending()),
                        Column.int8(last, each -> each.getValue().after().held()),
                        Column.int8(last, each -> each.getValue().after().earned()),
                        Column.bool(last, each -> lotted.test(each.getKey()))));
    }
}
