package dev.laurel.scoring.budgets.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.budgets.BudgetAlert;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.scoring.budgets.Alert;
import dev.laurel.scoring.budgets.BudgetNews;
import dev.laurel.topics.RecordCodec;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of budgets on {@code laurel.budgets}, in the same transaction. */
@Component
final class AnnouncedBudgets implements BudgetNews {

    private final Outbox outbox;
    private final RecordCodec codec;

    AnnouncedBudgets(Outbox outbox, RecordCodec codec) {
        this.outbox = outbox;
        this.codec = codec;
    }

    @Override
    public void tell(List<Alert> alerts, Instant at) {
        if (!alerts.isEmpty()) {
            outbox.append(alerts.stream().map(alert -> record(alert, at)).toList());
        }
    }

    private OutboxRecord record(Alert alert, Instant at) {
        String program = alert.budget().program();
        return OutboxRecord.of(
                Topics.BUDGETS.name(),
                program.getBytes(UTF_8),
                codec.write(
                        new BudgetAlert(
                                program,
                                alert.budget().id(),
                                alert.fund().wallet(),
                                alert.fund().version(),
                                alert.fund().amount(),
                                alert.fund().used(),
                                alert.share(),
                                at)));
    }
}
