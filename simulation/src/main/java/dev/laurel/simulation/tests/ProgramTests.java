package dev.laurel.simulation.tests;

import dev.laurel.engine.Program;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.simulation.Edition;
import dev.laurel.simulation.MemberReader;
import dev.laurel.simulation.Simulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code tests} of a program document. The platform ignores them. */
public final class ProgramTests {

    private static final Set<String> WORDS = Set.of("name", "members", "given", "expect");

    private final Edition edition;

    private ProgramTests(Edition edition) {
        this.edition = edition;
    }

    /**
     * What came of them.
     *
     * @param tests how many there are
     * @param failed how many of them can't be read, or did not come to what they expect
     * @param problems all that is wrong, each with its place in the document
     */
    public record Outcome(int tests, int failed, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Runs all of them, each from the beginning.
     *
     * @param document what the program was compiled from
     */
    public static Outcome run(Map<String, Object> document, Program program) {
        ProgramTests tests = new ProgramTests(Edition.of(document, program));
        Problems problems = new Problems();
        List<Section> sections = Section.root(document, problems).sections("tests");
        int failed = 0;
        for (Section section : sections) {
            int before = problems.size();
            tests.run(section);
            failed += problems.size() > before ? 1 : 0;
        }
        return new Outcome(sections.size(), failed, problems.list());
    }

    private void run(Section test) {
        int before = test.problems().size();
        test.words(WORDS, Set.of());
        test.requiredText("name");
        Map<String, Member> members = members(test);
        List<Event> events = new GivenEvents(edition).read(test);
        Section expect = test.section("expect");
        if (expect == null && !test.has("expect")) {
            test.problem("Expected 'expect', but it is missing.");
        }
        if (expect == null || test.problems().size() > before) {
            return;
        }
        Simulation simulation = Simulation.of(edition, members);
        events.forEach(simulation::accept);
        new Expectations(edition.program()).check(expect, simulation.forecast());
    }

    private static Map<String, Member> members(Section test) {
        Map<String, Member> members = new HashMap<>();
        Section section = test.section("members");
        if (section != null) {
            for (String id : section.keys()) {
                Section member = section.section(id);
                if (member != null) {
                    members.put(id, MemberReader.of(id, member));
                }
            }
        }
        return members;
    }
}
