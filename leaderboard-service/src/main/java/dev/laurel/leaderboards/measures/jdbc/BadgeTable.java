package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.measures.Reading;
import dev.laurel.leaderboards.measures.Reading.BadgeChange;
import dev.laurel.leaderboards.measures.Reading.Value;
import dev.laurel.leaderboards.scores.Measure;
import dev.laurel.leaderboards.scores.Participant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code held_badge}. */
@Component
class BadgeTable {

    private final JdbcClient jdbc;

    BadgeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was issued and revoked, and says how many badges of each day are held now. */
    void apply(List<Reading> readings, Said said) {
        for (Reading reading : readings) {
            for (BadgeChange change : reading.badges()) {
                if (change.issued()) {
                    issue(reading.participant(), change);
                    said.add(
                            reading,
                            Value.lasting(
                                    Measure.BADGES,
                                    change.day(),
                                    held(reading.participant(), change.day()),
                                    reading.time()));
                } else {
                    revoke(reading.participant(), change)
                            .ifPresent(day ->
                                    said.add(
                                            reading,
                                            Value.lasting(
                                                    Measure.BADGES,
                                                    day,
                                                    held(reading.participant(), day),
                                                    null)));
                }
            }
        }
    }

    private void issue(Participant participant, BadgeChange change) {
        jdbc.sql(
                        """
                        INSERT INTO held_badge (program, member, effect, badge, day)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(participant.program())
                .param(participant.member())
                .param(change.effect())
                .param(change.badge())
                .param(change.day())
                .update();
    }

    /**
     * Takes the latest of those badges, of which there are several only where there is one for each
     * object.
     *
     * @return the day that it had come on, empty where the member has none
     */
    private Optional<LocalDate> revoke(Participant participant, BadgeChange change) {
        return jdbc.sql(
                        """
                        DELETE FROM held_badge
                        WHERE (program, member, effect) IN (
                            SELECT program, member, effect FROM held_badge
                            WHERE program = ? AND member = ? AND badge = ?
                            ORDER BY day DESC, effect LIMIT 1)
                        RETURNING day
                        """)
                .param(participant.program())
                .param(participant.member())
                .param(change.badge())
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    private long held(Participant participant, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM held_badge
                        WHERE program = ? AND member = ? AND day = ?
                        """)
                .param(participant.program())
                .param(participant.member())
                .param(day)
                .query(Long.class)
                .single();
    }
}
