package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.revisions.Migration;
import dev.laurel.engine.revisions.Migration.Migrated;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for publications between events, whatever they choose. */
class RevisionsPropertyTest {

    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");

    static LongStream seeds() {
        return new Random(11).longs(40);
    }

    private static Program program() {
        return Mechanic.program(EnumSet.complementOf(EnumSet.copyOf(Mechanic.BY_ORDER)));
    }

    /** Some mechanics of the program, each with any choice. */
    private static Map<Cause, Choice> choices(Program program, Random random) {
        List<Cause> mechanics = new ArrayList<>();
        program.metrics().forEach(each -> mechanics.add(Cause.metric(each.id())));
        program.challenges().forEach(each -> mechanics.add(Cause.challenge(each.id())));
        program.streaks().forEach(each -> mechanics.add(Cause.streak(each.id())));
        program.badges().forEach(each -> mechanics.add(Cause.badge(each.id())));
        Map<Cause, Choice> choices = new LinkedHashMap<>();
        for (Cause mechanic : mechanics) {
            if (random.nextBoolean()) {
                Choice[] all = Choice.values();
                choices.put(mechanic, all[random.nextInt(all.length)]);
            }
        }
        return choices;
    }

    /** Few enough that all values of metrics are kept, so that these go back exactly. */
    private static List<Event> events(Shopping shopping) {
        List<Event> events = shopping.events(15);
        for (Event event : List.copyOf(events)) {
            if (event.type().equals("purchase")) {
                events.addAll(shopping.someReturns(event));
            }
        }
        return events;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void migratingOnceMoreChangesNothing(long seed) {
        Random random = new Random(seed);
        Club club = new Club(program());
        club.send(events(new Shopping(random)));
        Program next = program();
        next = next.revised(next.revisions().next(1, choices(next, random)));

        for (String member : MEMBERS) {
            MemberState state = club.state(member);
            Migrated once = Migration.of(next.revisions(), next.challenges(), next.badges(), state);
            Migrated twice =
                    Migration.of(next.revisions(), next.challenges(), next.badges(), once.state());

            assertThat(twice.state()).isSameAs(once.state());
            assertThat(twice.afresh()).isEmpty();
            assertThat(MemberStateCodec.decode(MemberStateCodec.encode(once.state())))
                    .isEqualTo(once.state());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void duplicatesOfWhatWasBeforeAndAfterChangeNothing(long seed) {
        Random random = new Random(seed);
        Shopping shopping = new Shopping(random);
        List<Event> before = events(shopping);
        List<Event> after = events(shopping);
        Map<Cause, Choice> choices = choices(program(), random);

        Club once = new Club(program());
        once.send(before);
        once.publish(choices);
        once.send(after);
        Club often = new Club(program());
        often.send(before);
        often.send(before);
        often.publish(choices);
        for (Event event : after) {
            often.send(before.get(random.nextInt(before.size())));
            often.send(event);
            often.send(event);
        }

        assertThat(often.summary()).isEqualTo(once.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfWhatComesAfterItDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Shopping shopping = new Shopping(random);
        List<Event> before = events(shopping);
        List<Event> after = events(shopping);
        Map<Cause, Choice> choices = choices(program(), random);

        Club inOrder = new Club(program());
        inOrder.send(before);
        inOrder.publish(choices);
        inOrder.send(after);
        Club shuffled = new Club(program());
        shuffled.send(before);
        shuffled.publish(choices);
        List<Event> mixed = new ArrayList<>(after);
        Collections.shuffle(mixed, random);
        shuffled.send(mixed);

        assertThat(shuffled.summary()).isEqualTo(inOrder.summary());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void recomputingWhatDidNotChangeChangesNothing(long seed) {
        Random random = new Random(seed);
        Shopping shopping = new Shopping(random);
        List<Event> before = events(shopping);
        List<Event> after = events(shopping);
        Map<Cause, Choice> recomputed = choices(program(), random);
        recomputed.replaceAll((mechanic, choice) -> Choice.RECOMPUTE);

        Club plain = new Club(program());
        plain.send(before);
        plain.send(after);
        Club published = new Club(program());
        published.send(before);
        published.publish(recomputed);
        published.send(after);

        assertThat(published.summary()).isEqualTo(plain.summary());
    }
}
