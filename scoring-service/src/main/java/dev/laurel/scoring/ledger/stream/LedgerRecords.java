package dev.laurel.scoring.ledger.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Posting;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.TracedCauses;
import java.util.Locale;
import java.util.UUID;

/** Translates postings into records of {@code laurel.ledger}. */
final class LedgerRecords {

    private final RecordCodec codec;

    LedgerRecords(RecordCodec codec) {
        this.codec = codec;
    }

    OutboxRecord of(Posting posting) {
        MemberKey key = new MemberKey(posting.member().program(), posting.member().id());
        OutboxRecord record =
                OutboxRecord.of(
                        Topics.LEDGER.name(),
                        key.toString().getBytes(UTF_8),
                        codec.write(entry(key, posting)));
        UUID decision = posting.origin().decision();
        return decision == null ? record : record.with(TracedCauses.headers(decision));
    }

    private static LedgerEntry entry(MemberKey key, Posting posting) {
        Origin origin = posting.origin();
        return new LedgerEntry(
                posting.id(),
                key.program(),
                key.member(),
                posting.sequence(),
                posting.wallet(),
                posting.points(),
                posting.issued(),
                posting.after().points(),
                posting.after().pending(),
                posting.after().earned(),
                new LedgerCause(
                        LedgerCause.Kind.valueOf(posting.cause().kind().toUpperCase(Locale.ROOT)),
                        posting.cause().id()),
                origin.decision(),
                origin.version(),
                origin.time(),
                origin.localDate(),
                posting.recordedAt(),
                posting.team());
    }
}
