package dev.laurel.crm.profiles.stream;

import dev.laurel.contracts.ledger.LedgerEntry;

/** What profiles need of a {@link LedgerEntry}, whose components these are. */
record BalanceEntry(
        String program, String member, long sequence, String wallet, long balance, long earned) {}
