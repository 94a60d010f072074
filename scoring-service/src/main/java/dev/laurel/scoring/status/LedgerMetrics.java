package dev.laurel.scoring.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * {@code laurel.ledger.faults}: what the last nightly check of each program found wrong, together;
 * anything but 0 is an alert. It is read from the database, so all instances say the same.
 */
@Component
class LedgerMetrics implements MeterBinder {

    private final LedgerTotals totals;

    LedgerMetrics(LedgerTotals totals) {
        this.totals = totals;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("laurel.ledger.faults", totals, it -> it.read().faults())
                .description("Postings, balances and days that are not what was booked")
                .register(registry);
    }
}
