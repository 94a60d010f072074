package dev.laurel.leaderboards.scores.stream;

import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts ledger entries. */
@Component
class LedgerProjection implements Projection<ScoringEntry> {

    private final Scores scores;

    LedgerProjection(Scores scores) {
        this.scores = scores;
    }

    @Override
    public void apply(List<Received<ScoringEntry>> batch) {
        scores.count(batch.stream().map(each -> posting(each.value())).toList());
    }

    private static Posting posting(ScoringEntry entry) {
        return new Posting(
                new Participant(entry.program(), entry.member()),
                entry.sequence(),
                entry.wallet(),
                entry.issued(),
                entry.time(),
                entry.localDate(),
                entry.team(),
                entry.posting(),
                cause(entry.cause()),
                entry.decision(),
                entry.recordedAt());
    }

    private static String cause(LedgerCause cause) {
        return cause.kind().name().toLowerCase(Locale.ROOT) + ":" + cause.id();
    }
}
