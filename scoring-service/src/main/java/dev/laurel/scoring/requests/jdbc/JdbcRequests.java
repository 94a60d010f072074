package dev.laurel.scoring.requests.jdbc;

import dev.laurel.scoring.requests.Kept;
import dev.laurel.scoring.requests.Requests;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcRequests implements Requests {

    private record Row(String content, Kept answer) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    JdbcRequests(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Outcome once(String program, String key, String content, Supplier<Kept> work) {
        return transactions.execute(_ -> {
            // Waits for a twin that is at work, and makes later twins wait.
            if (!claim(program, key, content)) {
                Row before = find(program, key);
                return before.content().equals(content)
                        ? new Outcome.Answered(before.answer())
                        : new Outcome.OtherContent();
            }
            Kept answer = work.get();
            keep(program, key, answer);
            return new Outcome.Answered(answer);
        });
    }

    private boolean claim(String program, String key, String content) {
        return jdbc.sql(
                                """
                                INSERT INTO request (program, key, content, status, answer, answered_at)
                                VALUES (?, ?, ?, 0, '', ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(program, key, content, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Row find(String program, String key) {
        return jdbc.sql(
                        """
                        SELECT content, status, location, answer FROM request
                        WHERE program = ? AND key = ?
                        """)
                .params(program, key)
                .query((row, _) ->
                        new Row(
                                row.getString("content"),
                                new Kept(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("answer"))))
                .single();
    }

    private void keep(String program, String key, Kept answer) {
        jdbc.sql(
                        """
                        UPDATE request SET status = ?, location = ?, answer = ?
                        WHERE program = ? AND key = ?
                        """)
                .param(answer.status())
                .param(answer.location())
                .param(answer.body())
                .param(program)
                .param(key)
                .update();
    }
}
