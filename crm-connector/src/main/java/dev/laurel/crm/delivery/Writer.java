package dev.laurel.crm.delivery;

import static java.util.Comparator.naturalOrder;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends writes and sorts out what became of each. A batch that is rejected as a whole is cut in
 * halves until those that are to blame stand alone.
 */
final class Writer {

    /** How often a record may fail by itself before it is left to people. */
    static final int MOST_ATTEMPTS = 10;

    private static final int ENOUGH_FOR_A_CAUSE = 5;

    private final Crm crm;
    private final Calls calls;
    private final Backoff backoff;
    private final Clock clock;

    Writer(Crm crm, Calls calls, Backoff backoff, Clock clock) {
        this.crm = crm;
        this.calls = calls;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * A write and what it is for.
     *
     * @param done how it ends when it is there
     * @param gone how it ends when the contact is not there any more
     */
    record Job(Due due, Write write, Settlement done, Settlement gone) {

        /**
         * Values that a contact is to have.
         *
         * @param known what its fields are after it
         */
        static Job enriching(Due due, Write write, Map<String, String> known) {
            return new Job(
                    due,
                    write,
                    new Settlement.Delivered(due, known, true),
                    new Settlement.Lost(due));
        }

        /**
         * Values that a contact is not to have any more. If it is gone, another one may have taken
         * them over, as after a merge.
         */
        static Job clearing(Due due, Write write, String reason) {
            return new Job(
                    due,
                    write,
                    new Settlement.Cleared(due, write.contact(), reason),
                    new Settlement.Lost(due));
        }
    }

    List<Settlement> send(List<Job> jobs) {
        List<Settlement> ended = new ArrayList<>();
        send(jobs, ended);
        Refusal common = commonCause(ended);
        if (common == null) {
            return ended;
        }
        calls.suspend(common.message());
        return jobs.stream().<Settlement>map(it -> new Settlement.Postponed(it.due())).toList();
    }

    /** What all failed of, if they are enough to say that it is no matter of single records. */
    private static @Nullable Refusal commonCause(List<Settlement> ended) {
        Refusal common = null;
        for (Settlement each : ended) {
            if (!(each instanceof Settlement.Failed(_, Refusal refusal))
                    || (common != null && !isSame(common, refusal))) {
                return null;
            }
            common = refusal;
        }
        return ended.size() < ENOUGH_FOR_A_CAUSE ? null : common;
    }

    private static boolean isSame(Refusal one, Refusal other) {
        return one.code().equals(other.code()) && one.message().equals(other.message());
    }

    private void send(List<Job> jobs, List<Settlement> ended) {
        Lane lane = mostUrgent(jobs);
        List<Write> writes = jobs.stream().map(Job::write).toList();
        switch (calls.make(lane, () -> crm.write(writes))) {
            case Answer.Given<List<Outcome>> given -> {
                for (int place = 0; place < jobs.size(); place++) {
                    ended.add(settlement(jobs.get(place), given.value().get(place)));
                }
            }
            case Answer.Rejected<List<Outcome>> rejected -> {
                if (jobs.size() == 1 || commonCause(ended) != null) {
                    jobs.forEach(
                            job -> ended.add(new Settlement.Failed(job.due(), rejected.refusal())));
                } else {
                    int half = jobs.size() / 2;
                    send(jobs.subList(0, half), ended);
                    send(jobs.subList(half, jobs.size()), ended);
                }
            }
            case Answer.Failed<List<Outcome>> failed ->
                    jobs.forEach(job -> ended.add(retry(job.due(), failed.reason())));
            case Answer.Throttled<List<Outcome>> _ ->
                    jobs.forEach(job -> ended.add(new Settlement.Postponed(job.due())));
            case Answer.Denied<List<Outcome>> _ ->
                    jobs.forEach(job -> ended.add(new Settlement.Postponed(job.due())));
        }
    }

    private static Lane mostUrgent(List<Job> jobs) {
        return jobs.stream().map(it -> it.due().lane()).min(naturalOrder()).orElseThrow();
    }

    private Settlement settlement(Job job, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> job.done();
            case Outcome.Gone _ -> job.gone();
            case Outcome.Refused refused -> new Settlement.Failed(job.due(), refused.refusal());
            case Outcome.Again again ->
                    job.due().attempts() + 1 < MOST_ATTEMPTS
                            ? retry(job.due(), again.reason())
                            : new Settlement.Failed(
                                    job.due(), new Refusal("GAVE_UP", again.reason(), ""));
        };
    }

    private Settlement retry(Due due, String reason) {
        Instant at = clock.instant().plus(backoff.after(due.attempts() + 1));
        return new Settlement.Retry(due, at, reason);
    }
}
