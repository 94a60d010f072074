package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.measures.Reading;
import dev.laurel.leaderboards.measures.Reading.BadgeChange;
import dev.laurel.leaderboards.measures.Reading.Value;
import dev.laurel.leaderboards.scores.Measure;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.jdbc.Columns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code held_badge}. */
@Component
class BadgeTable {

    private final JdbcClient jdbc;

    BadgeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row. */
    private record Row(Participant participant, UUID effect, HeldBadges.Held held) {}

    /** Keeps what was issued and revoked, and says how many badges of each day are held now. */
    void apply(List<Reading> readings, Said said) {
        Set<Participant> concerned = new HashSet<>();
        for (Reading reading : readings) {
            if (!reading.badges().isEmpty()) {
                concerned.add(reading.participant());
            }
        }
        if (concerned.isEmpty()) {
            return;
        }
        Map<Participant, HeldBadges> held = find(concerned);
        for (Reading reading : readings) {
            for (BadgeChange change : reading.badges()) {
                HeldBadges badges =
                        held.computeIfAbsent(reading.participant(), _ -> new HeldBadges(Map.of()));
                LocalDate day = badges.apply(change);
                if (day != null) {
                    said.add(
                            reading,
                            Value.lasting(
                                    Measure.BADGES,
                                    day,
                                    badges.on(day),
                                    change.issued() ? reading.time() : null));
                }
            }
        }
        remove(rows(held, HeldBadges::gone));
        add(rows(held, HeldBadges::come));
    }

    private Map<Participant, HeldBadges> find(Collection<Participant> participants) {
        Map<Participant, Map<UUID, HeldBadges.Held>> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT h.program, h.member, h.effect, h.badge, h.day
                        FROM unnest(?, ?) AS n (program, member)
                        JOIN held_badge h ON h.program = n.program AND h.member = n.member
                        """)
                .param(Columns.texts(participants, Participant::program))
                .param(Columns.texts(participants, Participant::member))
                .query(row -> {
                    found.computeIfAbsent(
                                    new Participant(
                                            row.getString("program"), row.getString("member")),
                                    _ -> new HashMap<>())
                            .put(
                                    row.getObject("effect", UUID.class),
                                    new HeldBadges.Held(
                                            row.getString("badge"),
                                            row.getObject("day", LocalDate.class)));
                });
        Map<Participant, HeldBadges> held = new HashMap<>();
        found.forEach((participant, badges) -> held.put(participant, new HeldBadges(badges)));
        return held;
    }

    private static List<Row> rows(
            Map<Participant, HeldBadges> held,
            Function<HeldBadges, Map<UUID, HeldBadges.Held>> part) {
        return held.entrySet().stream()
                .flatMap(each ->
                        part.apply(each.getValue()).entrySet().stream()
                                .map(badge ->
                                        new Row(each.getKey(), badge.getKey(), badge.getValue())))
                .toList();
    }

    private void add(List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(
                            """
                            INSERT INTO held_badge (program, member, effect, badge, day)
                            SELECT program, member, effect::uuid, badge, day::date
                            FROM unnest(?, ?, ?, ?, ?) AS n (program, member, effect, badge, day)
                            """)
                    .param(Columns.texts(rows, row -> row.participant().program()))
                    .param(Columns.texts(rows, row -> row.participant().member()))
                    .param(Columns.texts(rows, row -> row.effect().toString()))
                    .param(Columns.texts(rows, row -> row.held().badge()))
                    .param(Columns.texts(rows, row -> row.held().day().toString()))
                    .update();
        }
    }

    private void remove(List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(
                            """
                            DELETE FROM held_badge h
                            USING unnest(?, ?, ?) AS n (program, member, effect)
                            WHERE h.program = n.program AND h.member = n.member
                              AND h.effect = n.effect::uuid
                            """)
                    .param(Columns.texts(rows, row -> row.participant().program()))
                    .param(Columns.texts(rows, row -> row.participant().member()))
                    .param(Columns.texts(rows, row -> row.effect().toString()))
                    .update();
        }
    }
}
