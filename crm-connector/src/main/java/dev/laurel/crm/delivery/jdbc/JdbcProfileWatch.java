package dev.laurel.crm.delivery.jdbc;

import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notes for every connection of a program whose profiles changed: one statement per batch. It reads
 * the table of connections and so holds it until the end of the transaction: a connection that is
 * added meanwhile waits, and misses nothing.
 */
@Repository
class JdbcProfileWatch implements ProfileWatch {

    private final JdbcClient jdbc;
    private final Duration linger;
    private final Clock clock;

    JdbcProfileWatch(JdbcClient jdbc, Rhythm rhythm, Clock clock) {
        this.jdbc = jdbc;
        this.linger = rhythm.linger();
        this.clock = clock;
    }

    @Override
    public void changed(Part<?> part, Collection<Member> members) {
        boolean urgent = part.equals(Part.BADGES) || part.equals(Part.TIER);
        Lane lane = urgent ? Lane.URGENT : Lane.ROUTINE;
        Instant now = clock.instant();
        String[] programs = members.stream().map(Member::program).toArray(String[]::new);
        String[] ids = members.stream().map(Member::id).toArray(String[]::new);
        String[] resting = resting(programs, ids, now);
        jdbc.sql(
                        """
                        INSERT INTO pending AS p
                            (program, connection, member, lane, since, due_at)
                        SELECT m.program, c.connection, m.member, ?, ?::timestamptz, ?::timestamptz
                        FROM unnest(?, ?) AS m (program, member) JOIN connection c USING (program)
                        WHERE jsonb_build_array(m.program, c.connection, m.member)::text <> ALL (?)
                        ORDER BY m.program, c.connection, m.member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = p.version + 1, lane = least(p.lane, excluded.lane)
                        """)
                .param(lane.code())
                .param(now.toString())
                .param(now.plus(linger).toString())
                .param(programs)
                .param(ids)
                .param(resting)
                .update();
    }

    /**
     * Those without a contact whom it is not time to look for again: what changes of them is
     * nobody's work until then, and all of it is sent when a contact is found. Their links are held
     * until the end of the transaction: who finds one meanwhile waits, and reads the profile after
     * it.
     */
    private String[] resting(String[] programs, String[] members, Instant now) {
        return jdbc.sql(
                        """
                        SELECT jsonb_build_array(l.program, l.connection, l.member)::text AS key
                        FROM unnest(?, ?) AS m (program, member)
                        JOIN connection c USING (program)
                        JOIN link l ON l.program = m.program AND l.connection = c.connection
                            AND l.member = m.member
                        WHERE l.contact IS NULL AND l.retry_at > ?::timestamptz
                          AND NOT EXISTS (
                              SELECT FROM pending p
                              WHERE p.program = l.program AND p.connection = l.connection
                                AND p.member = l.member)
                        ORDER BY l.program, l.connection, l.member FOR SHARE OF l
                        """)
                .param(programs)
                .param(members)
                .param(now.toString())
                .query((row, _) -> row.getString("key"))
                .list()
                .toArray(String[]::new);
    }
}
