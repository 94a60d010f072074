package dev.laurel.crm.consent.jdbc;

import static dev.laurel.crm.sql.Columns.column;

import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.ConsentNews;
import dev.laurel.crm.consent.ConsentWatch;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents in PostgreSQL: a few statements per batch, however many members it is about. */
@Repository
class JdbcConsents implements Consents {

    private final JdbcClient jdbc;
    private final ConsentWatch watch;

    JdbcConsents(JdbcClient jdbc, ConsentWatch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    private record Word(boolean given, Mark mark) {}

    @Override
    public Map<String, Consent> of(String program, Collection<String> members) {
        Map<String, Consent> consents = new HashMap<>();
        members.forEach(member -> consents.put(member, Consent.UNSAID));
        jdbc.sql(
                        """
                        SELECT member, given, false AS erased FROM consent
                        WHERE program = ? AND member = ANY (?)
                        UNION ALL
                        SELECT member, false, true FROM erasure
                        WHERE program = ? AND member = ANY (?)
                        ORDER BY erased
                        """)
                .param(program)
                .param(members.toArray(String[]::new))
                .param(program)
                .param(members.toArray(String[]::new))
                .query(row -> {
                    Consent said = row.getBoolean("given") ? Consent.GIVEN : Consent.REFUSED;
                    consents.put(
                            row.getString("member"),
                            row.getBoolean("erased") ? Consent.ERASED : said);
                });
        return consents;
    }

    @Override
    public void tell(List<ConsentNews> news) {
        SortedMap<Member, ConsentNews> latest = new TreeMap<>();
        news.forEach(each -> latest.put(each.member(), each));
        Map<Member, Word> kept = lock(latest.keySet());
        SortedMap<Member, Word> words = new TreeMap<>();
        SortedSet<Member> agreed = new TreeSet<>();
        SortedSet<Member> refused = new TreeSet<>();
        latest.forEach((member, each) -> {
            Word before = kept.get(member);
            boolean isNew = before == null || each.mark().isAfter(before.mark());
            // Who never said anything of it needs no row.
            if (isNew && (before != null || each.given() != null)) {
                boolean given = Boolean.TRUE.equals(each.given());
                words.put(member, new Word(given, each.mark()));
                if (before == null || before.given() != given) {
                    (given ? agreed : refused).add(member);
                }
            }
        });
        if (!words.isEmpty()) {
            write(words);
        }
        tell(agreed, false);
        tell(refused, true);
    }

    private void tell(SortedSet<Member> members, boolean urgent) {
        if (!members.isEmpty()) {
            watch.changed(members, urgent);
        }
    }

    private Map<Member, Word> lock(Collection<Member> members) {
        Map<Member, Word> kept = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT program, member, given, line, mark FROM consent
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        ORDER BY program, member FOR UPDATE
                        """)
                .param(column(members, Member::program))
                .param(column(members, Member::id))
                .query(row -> {
                    kept.put(
                            new Member(row.getString("program"), row.getString("member")),
                            new Word(
                                    row.getBoolean("given"),
                                    new Mark(row.getInt("line"), row.getLong("mark"))));
                });
        return kept;
    }

    private void write(SortedMap<Member, Word> words) {
        Collection<Word> values = words.values();
        jdbc.sql(
                        """
                        INSERT INTO consent AS c (program, member, given, line, mark)
                        SELECT * FROM unnest(?, ?, ?::boolean[], ?, ?)
                        ON CONFLICT (program, member) DO UPDATE
                        SET given = excluded.given, line = excluded.line, mark = excluded.mark
                        WHERE c.line <> excluded.line OR c.mark < excluded.mark
                        """)
                .param(column(words.keySet(), Member::program))
                .param(column(words.keySet(), Member::id))
                .param(column(values, word -> Boolean.toString(word.given())))
                .param(values.stream().mapToInt(word -> word.mark().line()).toArray())
                .param(values.stream().mapToLong(word -> word.mark().number()).toArray())
                .update();
    }
}
