package dev.laurel.gateway.status;

import dev.laurel.gateway.routing.ServiceAddresses;
import dev.laurel.gateway.status.Pipeline.Step;
import dev.laurel.gateway.status.PlatformStatus.Ledger;
import dev.laurel.gateway.status.PlatformStatus.Outbox;
import dev.laurel.gateway.status.PlatformStatus.Reader;
import dev.laurel.gateway.status.PlatformStatus.Service;
import dev.laurel.gateway.status.ServiceProbes.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/status}. */
@RestController
class StatusController {

    private final ServiceAddresses addresses;
    private final ServiceProbes probes;
    private final Lags lags;

    StatusController(ServiceAddresses addresses, ServiceProbes probes, Lags lags) {
        this.addresses = addresses;
        this.probes = probes;
        this.lags = lags;
    }

    @GetMapping("/v1/status")
    PlatformStatus status() {
        List<Service> services =
                addresses.byName().entrySet().stream()
                        .map(it -> new Service(it.getKey(), probes.isUp(it.getValue())))
                        .toList();
        List<Reader> readers = new ArrayList<>();
        List<Outbox> outboxes = new ArrayList<>();
        Ledger ledger = null;
        for (Step step : Pipeline.STEPS) {
            switch (step) {
                case Step.Reads reads -> readers.add(reader(reads, readers));
                case Step.Sends(String service) -> {
                    Inside inside = probes.inside(service);
                    outboxes.add(new Outbox(service, inside.outboxBacklog()));
                    Long sum = inside.ledgerSum();
                    if (sum != null) {
                        Long faults = inside.ledgerFaults();
                        ledger = new Ledger(sum, sum == 0, faults == null ? 0 : faults);
                    }
                }
            }
        }
        return new PlatformStatus(
                isSettled(services, readers, outboxes), services, readers, outboxes, ledger);
    }

    /** Without one answer the next would only be waited for as well, and could not say more. */
    private Reader reader(Step.Reads reads, List<Reader> before) {
        boolean silent = before.stream().anyMatch(reader -> reader.lag() == null);
        return silent ? new Reader(reads.group(), null, Map.of()) : lags.of(reads);
    }

    private static boolean isSettled(
            List<Service> services, List<Reader> readers, List<Outbox> outboxes) {
        return services.stream().allMatch(Service::up)
                && readers.stream().allMatch(reader -> isZero(reader.lag()))
                && outboxes.stream().allMatch(outbox -> isZero(outbox.backlog()));
    }

    private static boolean isZero(@Nullable Long count) {
        return count != null && count == 0;
    }
}
