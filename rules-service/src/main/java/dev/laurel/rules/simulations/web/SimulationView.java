package dev.laurel.rules.simulations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.simulations.SimulationJob;
import dev.laurel.rules.simulations.SimulationRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** A {@link SimulationJob} in JSON, without what there is none of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulationView(
        UUID id,
        String program,
        SimulationRequestView request,
        String state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Progress progress,
        @Nullable String reason,
        @Nullable RawValue result) {

    /** A {@link SimulationRequest} in JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SimulationRequestView(
            String of,
            @Nullable Integer against,
            String events,
            @Nullable Integer given,
            @Nullable Instant from,
            @Nullable Instant to,
            int top) {}

    /** How far it is, in records that it goes through. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(long done, @Nullable Long total) {}

    static SimulationView of(SimulationJob job) {
        SimulationRequest request = job.request();
        return new SimulationView(
                job.id(),
                job.program(),
                new SimulationRequestView(
                        request.of(),
                        request.against(),
                        request.given() == null ? "recorded" : "given",
                        request.given(),
                        request.from(),
                        request.to(),
                        request.top()),
                job.state().word(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                new Progress(job.done(), job.total()),
                job.reason(),
                job.result() == null ? null : new RawValue(job.result()));
    }
}
