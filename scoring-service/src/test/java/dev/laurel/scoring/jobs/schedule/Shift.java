package dev.laurel.scoring.jobs.schedule;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.jobs.Night;
import dev.laurel.scoring.jobs.NightlyJob;
import dev.laurel.scoring.jobs.Portion;
import dev.laurel.scoring.jobs.Stage;
import dev.laurel.scoring.jobs.jdbc.JdbcNights;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Instances on one database whose jobs write down what they do, three portions each. */
final class Shift implements AutoCloseable {

    final LedgerDatabase database = LedgerDatabase.create();
    final Map<String, ZoneId> zones = new TreeMap<>();
    volatile Instant now = Instant.EPOCH;
    volatile Consumer<String> beforeCommit = _ -> {};

    Shift() {
        database.jdbc()
                .sql("CREATE TABLE diary (line bigint GENERATED ALWAYS AS IDENTITY, entry text)")
                .update();
    }

    NightWatch instance() {
        return new NightWatch(
                new JdbcNights(database.jdbc()),
                List.of(new Diarist(Stage.TIERS), new Diarist(Stage.EXPIRY)),
                () -> zones,
                new JdbcTransactionManager(database.dataSource()),
                new ThatClock());
    }

    /** Lets instances see a time. */
    void runAt(String instant) {
        now = Instant.parse(instant);
        instance().run();
    }

    List<String> diary() {
        return new ArrayList<>(
                database.jdbc()
                        .sql("SELECT entry FROM diary ORDER BY line")
                        .query(String.class)
                        .list());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Three portions a night. */
    private final class Diarist implements NightlyJob {

        private final Stage stage;

        Diarist(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public Portion work(Night night, @Nullable String after) {
            int part = after == null ? 1 : Integer.parseInt(after) + 1;
            String entry = "%s %s %s %d".formatted(night.program(), night.day(), stage, part);
            database.jdbc().sql("INSERT INTO diary (entry) VALUES (?)").param(entry).update();
            beforeCommit.accept(entry);
            return part == 3 ? Portion.last(1) : new Portion(1, String.valueOf(part));
        }
    }

    private final class ThatClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
