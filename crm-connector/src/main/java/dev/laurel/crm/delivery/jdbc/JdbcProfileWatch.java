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
        jdbc.sql(
                        """
                        INSERT INTO pending AS p
                            (program, connection, member, lane, since, due_at)
                        SELECT m.program, c.connection, m.member, ?, ?::timestamptz, ?::timestamptz
                        FROM unnest(?, ?) AS m (program, member) JOIN connection c USING (program)
                        ORDER BY m.program, c.connection, m.member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = p.version + 1, lane = least(p.lane, excluded.lane)
                        """)
                .param(lane.code())
                .param(now.toString())
                .param(now.plus(linger).toString())
                .param(members.stream().map(Member::program).toArray(String[]::new))
                .param(members.stream().map(Member::id).toArray(String[]::new))
                .update();
    }
}
