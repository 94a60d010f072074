package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Posting;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The journal in this service's schema. Locks a member's row in {@code member_sequence} before it
 * reads anything of the member, always in the order of the key.
 */
public final class JdbcJournal implements Journal {

    private final MemberRows members;
    private final PostingRows postings;
    private final ProgramAccountRows programAccounts;
    private final AccountDayRows accountDays;
    private final ChainRows chains;

    public JdbcJournal(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.members = new MemberRows(jdbc);
        this.postings = new PostingRows(jdbc);
        this.programAccounts = new ProgramAccountRows(jdbc);
        this.accountDays = new AccountDayRows(jdbc);
        this.chains = new ChainRows(jdbc);
    }

    @Override
    public Book open(List<Instruction> instructions, Instant now) {
        Set<Member> concerned = new HashSet<>();
        Set<MemberWallet> wallets = new HashSet<>();
        Set<UUID> effects = new HashSet<>();
        for (Instruction instruction : instructions) {
            concerned.add(instruction.member());
            for (Move move : instruction.moves()) {
                wallets.add(new MemberWallet(instruction.member(), move.wallet()));
                effects.add(move.effect());
            }
        }
        // The rest is read after the lock, by statements that see what it waited for.
        var sequences = members.lock(concerned);
        return new Book(sequences, members.balances(wallets), postings.known(effects), now);
    }

    @Override
    public void append(List<Posting> booked) {
        if (booked.isEmpty()) {
            return;
        }
        // Chains before accounts: whoever shares a stripe waits here, before it holds any of those.
        postings.insert(chains.add(booked));
        members.update(booked);
        programAccounts.add(booked);
        accountDays.add(booked);
    }
}
