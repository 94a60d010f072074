package dev.laurel.rules.simulations.web;

import dev.laurel.engine.Compilation;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Versions;
import dev.laurel.simulation.Edition;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The draft and the versions of a program by the words of a request, compiled. */
@Component
class Editions {

    static final String DRAFT = "draft";
    static final String LIVE = "live";
    static final String NONE = "none";

    private final Drafts drafts;
    private final Versions versions;

    Editions(Drafts drafts, Versions versions) {
        this.drafts = drafts;
        this.versions = versions;
    }

    /**
     * An edition with the name that answers have for it.
     *
     * @param version its number, {@code null} for the draft
     */
    record Named(@Nullable Integer version, Edition edition) {

        String name() {
            return version == null ? DRAFT : version.toString();
        }
    }

    /** What is to decide: {@code draft}, {@code live} or a version. */
    Named of(String program, String word) {
        if (word.equals(DRAFT)) {
            Draft draft =
                    drafts.find(program)
                            .orElseThrow(() ->
                                    new Problem(
                                            SimulationProblem.NO_DRAFT,
                                            "Expected program '%s' to have a draft, but it has none yet."
                                                    .formatted(program)));
            return new Named(null, compiled(draft.document()));
        }
        ProgramVersion version =
                word.equals(LIVE)
                        ? versions.live(program).orElseThrow(() -> unknown(program, word))
                        : versions.find(program, number(word, "of"))
                                .orElseThrow(() -> unknown(program, word));
        return new Named(version.version(), compiled(version.document()));
    }

    /**
     * What to compare with: {@code live}, {@code none} or a version; if nothing is said, what is in
     * force as far as there is something.
     */
    @Nullable Named against(String program, @Nullable String word) {
        if (word == null) {
            return versions.live(program)
                    .map(live -> new Named(live.version(), compiled(live.document())))
                    .orElse(null);
        }
        if (word.equals(NONE)) {
            return null;
        }
        if (word.equals(LIVE)) {
            return of(program, LIVE);
        }
        int number = number(word, "against");
        return of(program, Integer.toString(number));
    }

    private static int number(String word, String parameter) {
        if (word.matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(word);
        }
        String expected =
                parameter.equals("of") ? "draft, live or a version" : "live, none or a version";
        String message = "Expected %s, but it was '%s'.".formatted(expected, word);
        throw new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation("?" + parameter, message, expected)));
    }

    private static Problem unknown(String program, String word) {
        return new Problem(
                SimulationProblem.UNKNOWN_VERSION,
                "Expected a version of program '%s', but there is no %s.".formatted(program, word));
    }

    private static Edition compiled(Map<String, Object> document) {
        return switch (ProgramCompiler.compile(document)) {
            case Compilation.Compiled compiled -> Edition.of(document, compiled.program());
            case Compilation.Rejected rejected ->
                    throw new Problem(
                            SimulationProblem.INVALID_PROGRAM,
                            "Expected a program without problems, but there are %d."
                                    .formatted(rejected.problems().size()),
                            rejected.problems().stream()
                                    .map(problem ->
                                            new Violation(
                                                    problem.pointer(),
                                                    problem.message(),
                                                    problem.expected()))
                                    .toList());
        };
    }
}
