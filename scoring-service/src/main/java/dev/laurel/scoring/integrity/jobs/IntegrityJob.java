package dev.laurel.scoring.integrity.jobs;

import dev.laurel.scoring.chain.Fingerprint;
import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.integrity.Checks;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Verification;
import dev.laurel.scoring.integrity.Verification.Part;
import dev.laurel.scoring.jobs.Night;
import dev.laurel.scoring.jobs.NightlyJob;
import dev.laurel.scoring.jobs.Portion;
import dev.laurel.scoring.jobs.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares postings with their links, some links at a time, then balances and days with postings.
 * It looks at what is there now, so of nights that were missed only the last is made up for.
 */
@Component
public class IntegrityJob implements NightlyJob {

    private static final Logger log = LoggerFactory.getLogger(IntegrityJob.class);
    private static final int LINKS = 200;
    private static final int MOST_NAMED = 1_000;

    private final Verification verification;
    private final Checks checks;

    public IntegrityJob(Verification verification, Checks checks) {
        this.verification = verification;
        this.checks = checks;
    }

    @Override
    public Stage stage() {
        return Stage.INTEGRITY;
    }

    @Override
    public Portion work(Night night, @Nullable String after) {
        if (after == null && checks.isOver(night)) {
            return Portion.last(0);
        }
        long from = after == null ? Verification.BEGINNING : Long.parseLong(after);
        Part part = verification.links(night.program(), from, LINKS);
        checks.add(night, part.postings(), part.faults());
        part.faults().forEach(fault -> say(night, fault.detail()));
        if (part.next() != null) {
            return new Portion(part.postings(), part.next().toString());
        }
        finish(night);
        return Portion.last(part.postings());
    }

    private void finish(Night night) {
        List<Fault> rest = verification.rest(night.program());
        List<String> discrepancies = verification.discrepancies(night.program(), MOST_NAMED);
        rest.forEach(fault -> say(night, fault.detail()));
        discrepancies.stream().limit(10).forEach(sentence -> say(night, sentence));
        Hash fingerprint = Fingerprint.of(verification.heads(night.program()));
        Checks.Check check = checks.finish(night, rest, discrepancies, fingerprint);
        log.info(
                "Ledger of program {} on {}: {} postings compared, {} faults, {} discrepancies, chains {}.",
                night.program(),
                night.day(),
                check.postings(),
                check.faults(),
                check.discrepancies(),
                fingerprint);
    }

    private static void say(Night night, String sentence) {
        log.error("Ledger of program {}: {}", night.program(), sentence);
    }
}
