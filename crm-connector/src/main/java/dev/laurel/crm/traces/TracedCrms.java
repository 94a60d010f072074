package dev.laurel.crm.traces;

import dev.laurel.crm.vendor.Crms;
import dev.laurel.tracing.Traces;
import org.springframework.stereotype.Component;

/** Has CRMs take part in traces, where there are any. */
@Component
public class TracedCrms {

    private final PendingTraces pending;
    private final Traces traces;

    TracedCrms(PendingTraces pending, Traces traces) {
        this.pending = pending;
        this.traces = traces;
    }

    public Crms of(Crms crms) {
        return traces.isOn()
                ? (connection, credentials, permits) ->
                        new TracedCrm(
                                crms.open(connection, credentials, permits),
                                connection,
                                pending,
                                traces)
                : crms;
    }
}
