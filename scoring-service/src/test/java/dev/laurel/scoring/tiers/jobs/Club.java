package dev.laurel.scoring.tiers.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.jobs.jdbc.JdbcNights;
import dev.laurel.scoring.jobs.schedule.NightWatch;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.FollowedJournal;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Measurement;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import dev.laurel.scoring.tiers.Invitation;
import dev.laurel.scoring.tiers.TierChange;
import dev.laurel.scoring.tiers.TierKeeper;
import dev.laurel.scoring.tiers.jdbc.JdbcTiers;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A program with tiers on a database of its own, and the clock that its instances see. */
final class Club implements AutoCloseable {

    static final String PROGRAM = "retail-club";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    final LedgerDatabase database = LedgerDatabase.create();
    final JdbcTiers tiers = new JdbcTiers(new JdbcTemplate(database.dataSource()));
    final List<TierChange> told = Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable Ladder ladder;
    volatile Instant now = Instant.EPOCH;
    volatile Consumer<List<TierChange>> beforeTelling = _ -> {};

    private final TierKeeper keeper =
            new TierKeeper(
                    _ -> Optional.ofNullable(ladder),
                    tiers,
                    changes -> {
                        beforeTelling.accept(changes);
                        told.addAll(changes);
                    });
    private final Journal journal =
            new FollowedJournal(new JdbcJournal(database.dataSource(), Zones.UTC), List.of(keeper));

    Club(Ladder ladder) {
        this.ladder = ladder;
    }

    static Ladder ladder(
            Window window, boolean oneLevel, String grace, int notice, Level... levels) {
        return new Ladder(
                new Measure.Wallet("stars"),
                window,
                List.of(levels),
                oneLevel,
                Period.parse(grace),
                notice,
                ZONE,
                "%s %s %s %d %s".formatted(window, oneLevel, grace, notice, List.of(levels)));
    }

    /** The same with something else that counts. */
    static Ladder by(Measure measure, Ladder ladder) {
        return new Ladder(
                measure,
                ladder.window(),
                ladder.levels(),
                ladder.oneLevel(),
                ladder.grace(),
                ladder.notice(),
                ladder.zone(),
                measure.key() + " " + ladder.version());
    }

    static Level level(String id, long at) {
        return new Level(id, at, Map.of());
    }

    static Member member(String id) {
        return new Member(PROGRAM, id);
    }

    /** Books points that a rule gave or took, on the day on which that was. */
    void earn(String member, String event, String day, long points) {
        earnLate(member, event, day, points, day);
    }

    /** Books points that a rule gave or took on a day, on a later one. */
    void earnLate(String member, String event, String day, long points, String booked) {
        book(
                member,
                event,
                LocalDate.parse(day),
                noon(LocalDate.parse(booked)),
                Move.issued(id(event), "stars", points, new Cause("rule", "base-earn"), null));
    }

    /** Books points that the member reserved and spent. */
    void spend(String member, String name, String day, long points) {
        Cause cause = new Cause("spending", "place");
        book(
                member,
                name,
                LocalDate.parse(day),
                noon(LocalDate.parse(day)),
                new Move.Reserve(id(name), "stars", points, cause, id(name)),
                new Move.Spend(id(name + "/confirm"), "stars", points, cause, id(name)));
    }

    /** What a decision says that metric {@code spend} measured on days, in millionths. */
    Measurement said(long offset, String member, boolean afresh, Map<String, Long> days) {
        SortedMap<LocalDate, Long> measured = new TreeMap<>();
        days.forEach((day, value) -> measured.put(LocalDate.parse(day), value));
        return new Measurement(member(member), offset, "spend", afresh, measured);
    }

    /** Takes in what a decision says, on the last of its days. */
    void hear(long offset, String member, Map<String, Long> days) {
        hear(List.of(said(offset, member, false, days)), Collections.max(days.keySet()));
    }

    /** Takes in on a day what decisions say. */
    void hear(List<Measurement> measurements, String day) {
        Instant at = noon(LocalDate.parse(day));
        List<Instruction> locks =
                measurements.stream()
                        .map(Measurement::member)
                        .distinct()
                        .map(each -> Command.of(each, "tier", id(day), false, at, ZONE, List.of()))
                        .toList();
        database.transactions()
                .executeWithoutResult(_ -> {
                    journal.append(journal.open(locks, at));
                    keeper.measured(measurements, journal, at);
                });
    }

    long balance(String member, String wallet) {
        return database.jdbc()
                .sql("SELECT balance FROM member_account WHERE member = ? AND wallet = ?")
                .param(member)
                .param(wallet)
                .query(Long.class)
                .single();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void book(String member, String event, LocalDate day, Instant booked, Move... moves) {
        Instruction instruction =
                new Instruction(
                        member(member),
                        Math.floorMod(member.hashCode(), 12),
                        new Origin(
                                id("decision/" + event),
                                1,
                                false,
                                "/shop",
                                event,
                                noon(day),
                                day,
                                null),
                        List.of(moves));
        database.transactions()
                .executeWithoutResult(_ -> {
                    Book book = journal.open(List.of(instruction), booked);
                    book.book(instruction);
                    if (!book.postings().isEmpty()) {
                        journal.append(book);
                    }
                });
    }

    void invite(String member, String tier, String from, @Nullable String until) {
        Invitation invitation =
                new Invitation(
                        id("invitation/" + member + tier + from),
                        member(member),
                        tier,
                        LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until),
                        "a friend of the house",
                        "boss",
                        now);
        database.transactions()
                .executeWithoutResult(_ ->
                        keeper.invite(Objects.requireNonNull(ladder), invitation, journal, now));
    }

    NightWatch instance() {
        Clock clock = new That();
        return new NightWatch(
                new JdbcNights(database.jdbc()),
                List.of(
                        new TierReview(
                                _ -> Optional.ofNullable(ladder), tiers, keeper, journal, clock)),
                () -> Map.of(PROGRAM, ZONE),
                new JdbcTransactionManager(database.dataSource()),
                clock);
    }

    /** Does what is due at the midnight that begins a day; the first time only begins to look. */
    void night(String day) {
        now = LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
        instance().run();
    }

    @Nullable String tier(String member) {
        return database.jdbc()
                .sql("SELECT coalesce(tier, '-') FROM member_tier WHERE member = ?")
                .param(member)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** What a member was told: {@code day kind from>to[@falls]}, in order. */
    List<String> story(String member) {
        return tiers.changes(member(member), Long.MAX_VALUE, 1_000).reversed().stream()
                .map(change ->
                        "%s %s %s>%s%s"
                                .formatted(
                                        change.day(),
                                        change.kind(),
                                        change.from(),
                                        change.to(),
                                        change.falls() == null ? "" : "@" + change.falls()))
                .toList();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    @Override
    public void close() {
        database.close();
    }

    private final class That extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
