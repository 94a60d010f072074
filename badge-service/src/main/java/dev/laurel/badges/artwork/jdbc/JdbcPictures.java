package dev.laurel.badges.artwork.jdbc;

import dev.laurel.badges.artwork.Artwork;
import dev.laurel.badges.artwork.Pictures;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures in PostgreSQL. Whoever changes one waits for others who do. */
@Repository
class JdbcPictures implements Pictures {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcPictures(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Upload> uploaded(String program, String badge) {
        return jdbc.sql("SELECT svg, revision::text FROM artwork WHERE program = ? AND badge = ?")
                .params(program, badge)
                .query((row, _) ->
                        new Upload(new Artwork(row.getString("svg")), row.getString("revision")))
                .optional();
    }

    @Override
    public String replace(
            String program, String badge, Artwork artwork, Consumer<Optional<Upload>> check) {
        return transaction.execute(_ -> {
            lock(program, badge);
            check.accept(uploaded(program, badge));
            return write(program, badge, artwork);
        });
    }

    private String write(String program, String badge, Artwork artwork) {
        return jdbc.sql(
                        """
                        INSERT INTO artwork (program, badge, svg) VALUES (?, ?, ?)
                        ON CONFLICT (program, badge) DO UPDATE
                        SET svg = excluded.svg, revision = excluded.revision, updated_at = now()
                        RETURNING revision::text
                        """)
                .params(program, badge, artwork.svg())
                .query((row, _) -> row.getString(1))
                .single();
    }

    @Override
    public void remove(String program, String badge, Consumer<Optional<Upload>> check) {
        transaction.executeWithoutResult(_ -> {
            lock(program, badge);
            check.accept(uploaded(program, badge));
            jdbc.sql("DELETE FROM artwork WHERE program = ? AND badge = ?")
                    .params(program, badge)
                    .update();
        });
    }

    private void lock(String program, String badge) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("artwork/" + program + "/" + badge)
                .query()
                .singleRow();
    }
}
