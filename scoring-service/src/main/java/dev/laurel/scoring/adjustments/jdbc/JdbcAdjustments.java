package dev.laurel.scoring.adjustments.jdbc;

import dev.laurel.scoring.adjustments.Adjustment;
import dev.laurel.scoring.adjustments.Adjustments;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAdjustments implements Adjustments {

    private final JdbcClient jdbc;

    JdbcAdjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Adjustment adjustment) {
        jdbc.sql(
                        """
                        INSERT INTO adjustment
                            (id, program, member, wallet, points, reason, actor, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        adjustment.id(),
                        adjustment.wallet().member().program(),
                        adjustment.wallet().member().id(),
                        adjustment.wallet().wallet(),
                        adjustment.points(),
                        adjustment.reason(),
                        adjustment.actor(),
                        adjustment.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
