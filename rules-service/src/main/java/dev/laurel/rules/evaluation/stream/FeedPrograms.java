package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.engine.Compilation;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.Program;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.document.Problem;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.rules.evaluation.EngineRevisions;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles every version once, on the feed's thread, before anybody is told that it is there. */
final class FeedPrograms implements ProgramsInForce {

    private static final Logger log = LoggerFactory.getLogger(FeedPrograms.class);

    private final ProgramFeed feed;
    private final Duration patience;
    private final Map<String, Known> programs = new ConcurrentHashMap<>();

    /**
     * @param feed a feed that was started
     * @param patience how long to wait for news; shorter than a consumer's poll interval
     */
    FeedPrograms(ProgramFeed feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
        feed.onPublished(this::compile);
    }

    private void compile(PublishedProgram published) {
        programs.put(published.program(), compiled(published));
    }

    private static Known compiled(PublishedProgram published) {
        return switch (compilation(published)) {
            case Compiled compiled ->
                    new Usable(
                            new ProgramInForce(
                                    published.version(),
                                    published.hash(),
                                    EventShapes.of(published.document()),
                                    compiled.program()));
            case Rejected rejected -> unusable(published, rejected.problems().toString());
            case null -> unusable(published, "the compiler failed");
        };
    }

    private static @Nullable Compilation compilation(PublishedProgram published) {
        try {
            Compilation compilation = ProgramCompiler.compile(published.document());
            return compilation instanceof Compiled(Program program, List<Problem> warnings)
                    ? new Compiled(program.revised(EngineRevisions.of(published)), warnings)
                    : compilation;
        } catch (RuntimeException e) {
            log.error(
                    "Version {} of program {} could not be compiled.",
                    published.version(),
                    published.program(),
                    e);
            return null;
        }
    }

    private static Known unusable(PublishedProgram published, String why) {
        log.error(
                "Version {} of program {} was published, but cannot decide here: {}",
                published.version(),
                published.program(),
                why);
        return new Unusable(
                "Expected version %d of program '%s' to compile, but: %s"
                        .formatted(published.version(), published.program(), why));
    }

    @Override
    public Known find(String program) {
        Known known = programs.get(program);
        if (known != null) {
            return known;
        }
        catchUp();
        return programs.getOrDefault(
                program,
                new Unusable(
                        "Expected a program with a published version, but '%s' has none."
                                .formatted(program)));
    }

    @Override
    public boolean await(String program, int version) {
        if (feed.awaitVersion(program, version, patience)) {
            return true;
        }
        catchUp();
        return feed.awaitVersion(program, version, Duration.ZERO);
    }

    private void catchUp() {
        if (!feed.catchUp(patience)) {
            throw new ProgramsUnavailable(
                    "Expected to catch up with the published programs within %s, but did not."
                            .formatted(patience));
        }
    }
}
