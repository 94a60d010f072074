package dev.laurel.crm.erasure.jdbc;

import static dev.laurel.crm.sql.Columns.column;

import dev.laurel.crm.consent.ConsentWatch;
import dev.laurel.crm.erasure.Erasures;
import dev.laurel.crm.profiles.Member;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasures beside what is linked and what is pending. */
@Repository
class JdbcErasures implements Erasures {

    private final JdbcClient jdbc;
    private final ConsentWatch watch;
    private final TransactionTemplate transaction;

    JdbcErasures(JdbcClient jdbc, ConsentWatch watch, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void add(Collection<Member> members) {
        Collection<Member> ordered = new TreeSet<>(members);
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(
                            """
                            INSERT INTO erasure (program, member) SELECT * FROM unnest(?, ?)
                            ON CONFLICT DO NOTHING
                            """)
                    .param(column(ordered, Member::program))
                    .param(column(ordered, Member::id))
                    .update();
            forgetArrivals(ordered);
            watch.changed(ordered, true);
        });
    }

    /** What CRMs told of them, which nothing is to come of any more. */
    private void forgetArrivals(Collection<Member> members) {
        for (String table : List.of("link", "arrival", "former_contact")) {
            jdbc.sql(
                            """
                            DELETE FROM notice n USING %s k
                            WHERE k.program = n.program AND k.connection = n.connection
                              AND k.contact = n.contact
                              AND (k.program, k.member) IN (SELECT * FROM unnest(?, ?))
                            """
                                    .formatted(table))
                    .param(column(members, Member::program))
                    .param(column(members, Member::id))
                    .update();
        }
        // With them requests to be forgotten, which this is what came of.
        for (String table : List.of("arrival", "former_contact", "set_aside")) {
            jdbc.sql(
                            """
                            DELETE FROM %s
                            WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                            """
                                    .formatted(table))
                    .param(column(members, Member::program))
                    .param(column(members, Member::id))
                    .update();
        }
    }

    /**
     * What is under way is pending until it is booked, so that a member without a contact and
     * without anything pending has nothing in a CRM, and will have nothing.
     */
    @Override
    public List<Member> cleared(int limit) {
        return jdbc.sql(
                        """
                        SELECT program, member FROM erasure e
                        WHERE NOT told
                          AND NOT EXISTS (
                              SELECT FROM pending p
                              WHERE p.program = e.program AND p.member = e.member
                                AND p.connection IN (
                                    SELECT connection FROM connection c
                                    WHERE c.program = e.program))
                          AND NOT EXISTS (
                              SELECT FROM link l
                              WHERE l.program = e.program AND l.member = e.member
                                AND l.contact IS NOT NULL
                                AND l.connection IN (
                                    SELECT connection FROM connection c
                                    WHERE c.program = e.program))
                        LIMIT ?
                        """)
                .param(limit)
                .query((row, _) -> new Member(row.getString("program"), row.getString("member")))
                .list();
    }

    @Override
    public void told(Collection<Member> members) {
        jdbc.sql(
                        """
                        UPDATE erasure SET told = true
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        """)
                .param(column(members, Member::program))
                .param(column(members, Member::id))
                .update();
    }
}
