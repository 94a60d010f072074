package dev.laurel.crm.delivery.jdbc;

import dev.laurel.crm.consent.ConsentWatch;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.profiles.Member;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes members due whose word changed, at once: what is under way for them with the word before it
 * stays due, as its version is another one now. As with {@link JdbcProfileWatch}, a connection that
 * is added meanwhile misses nothing. What was tried in vain before was something else: what is to
 * be done now gets all its attempts.
 */
@Repository
class JdbcConsentWatch implements ConsentWatch {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcConsentWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void changed(Collection<Member> members, boolean urgent) {
        String now = clock.instant().toString();
        jdbc.sql(
                        """
                        INSERT INTO pending AS p
                            (program, connection, member, lane, since, due_at)
                        SELECT m.program, c.connection, m.member, ?, ?::timestamptz, ?::timestamptz
                        FROM unnest(?, ?) AS m (program, member) JOIN connection c USING (program)
                        ORDER BY m.program, c.connection, m.member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = p.version + 1, lane = least(p.lane, excluded.lane),
                            due_at = least(p.due_at, excluded.due_at), attempts = 0
                        """)
                .param((urgent ? Lane.URGENT : Lane.ROUTINE).code())
                .param(now)
                .param(now)
                .param(members.stream().map(Member::program).toArray(String[]::new))
                .param(members.stream().map(Member::id).toArray(String[]::new))
                .update();
    }
}
