package dev.laurel.leaderboards.measures.jdbc;

import static java.util.stream.Collectors.toSet;

import dev.laurel.leaderboards.measures.Measures;
import dev.laurel.leaderboards.measures.Reading;
import dev.laurel.leaderboards.measures.Reading.Value;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.DayCell;
import dev.laurel.leaderboards.scores.Gain;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Tally;
import dev.laurel.leaderboards.scores.jdbc.KeptTable;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import dev.laurel.leaderboards.scores.jdbc.RolledTable;
import dev.laurel.leaderboards.scores.jdbc.Tallies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Measures in PostgreSQL: what they say becomes what has changed, which is counted like points. */
@Repository
class JdbcMeasures implements Measures {

    private static final int AT_ONCE = 1_000;

    private final ProgramLocks locks;
    private final KeptTable kept;
    private final RolledTable rolled;
    private final Tallies tallies;
    private final MeasureTable table;
    private final BadgeTable badges;
    private final LapseTable lapses;
    private final Clock clock;

    JdbcMeasures(
            ProgramLocks locks,
            KeptTable kept,
            RolledTable rolled,
            Tallies tallies,
            MeasureTable table,
            BadgeTable badges,
            LapseTable lapses,
            Clock clock) {
        this.locks = locks;
        this.kept = kept;
        this.rolled = rolled;
        this.tallies = tallies;
        this.table = table;
        this.badges = badges;
        this.lapses = lapses;
        this.clock = clock;
    }

    @Override
    public void take(List<Reading> readings) {
        SortedMap<Participant, Long> last = new TreeMap<>();
        readings.forEach(each -> last.merge(each.participant(), each.offset(), Math::max));
        Set<String> programs = programs(last.keySet());
        locks.share(programs);
        Map<Participant, Long> taken = table.advance(last);
        List<Reading> news =
                readings.stream()
                        .filter(each -> each.offset() > taken.getOrDefault(each.participant(), -1L))
                        .toList();
        if (news.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Said said = said(news, now);
        Set<Kept> ranked = kept.of(programs);
        Tally tally = new Tally(Map.of(), ranked, rolled.of(programs));
        Map<DayCell, Gain> before = table.scores(said.cells());
        Set<MemberMeasure> setBack = said.setBack(before);
        Set<MemberMeasure> over = said.over(before);
        drop(programs, ranked, setBack);
        setBack.forEach(each -> before.remove(Said.cell(each)));
        said.changes(before).forEach(tally::add);
        tallies.add(programs, tally);
        drop(programs, ranked, over);
        lapses.set(said.lapses(), over);
    }

    private Said said(List<Reading> news, Instant now) {
        Said said = new Said(now);
        badges.apply(news, said);
        Map<MemberMeasure, List<LocalDate>> days = table.days(afresh(news));
        for (Reading reading : news) {
            for (String measure : reading.afresh()) {
                MemberMeasure whose = new MemberMeasure(reading.participant(), measure);
                days.getOrDefault(whose, List.of())
                        .forEach(day -> said.add(reading, Value.lasting(measure, day, 0, null)));
                said.clear(reading, measure);
            }
            reading.values().forEach(value -> said.add(reading, value));
        }
        return said;
    }

    private static Set<MemberMeasure> afresh(List<Reading> readings) {
        Set<MemberMeasure> afresh = new HashSet<>();
        for (Reading reading : readings) {
            for (String measure : reading.afresh()) {
                afresh.add(new MemberMeasure(reading.participant(), measure));
            }
        }
        return afresh;
    }

    @Override
    @Transactional
    public int endLapsed() {
        Instant now = clock.instant();
        SortedSet<Participant> due = lapses.due(now, AT_ONCE);
        if (due.isEmpty()) {
            return 0;
        }
        Set<String> programs = programs(due);
        locks.share(programs);
        table.lock(due);
        Set<MemberMeasure> over = lapses.take(due, now);
        drop(programs, kept.of(programs), over);
        return due.size();
    }

    /** Rankings wait for nobody unless one of them has the measure. */
    private void drop(Set<String> programs, Set<Kept> ranked, Set<MemberMeasure> over) {
        if (over.isEmpty()) {
            return;
        }
        table.dropDays(over);
        Set<Book> books = ranked.stream().map(each -> each.book().ofEveryone()).collect(toSet());
        Set<MemberMeasure> shown =
                over.stream().filter(each -> books.contains(Said.book(each))).collect(toSet());
        if (!shown.isEmpty()) {
            locks.rank(programs);
            table.dropScores(shown);
        }
    }

    private static Set<String> programs(Collection<Participant> participants) {
        Set<String> programs = new TreeSet<>();
        participants.forEach(each -> programs.add(each.program()));
        return programs;
    }
}
