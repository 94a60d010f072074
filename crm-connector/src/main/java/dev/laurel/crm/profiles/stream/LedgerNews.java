package dev.laurel.crm.profiles.stream;

import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.intake.Received;
import java.util.Map;

/** What ledger entries say. */
final class LedgerNews {

    private LedgerNews() {}

    static News<Balance> of(Received<BalanceEntry> received) {
        BalanceEntry entry = received.value();
        return new News<>(
                new Member(entry.program(), entry.member()),
                Mark.ofSequence(entry.sequence()),
                Map.of(entry.wallet(), new Balance(entry.balance(), entry.earned())),
                null);
    }
}
