package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.DocumentCheck;
import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.Finding;
import dev.laurel.rules.programs.Findings;
import dev.laurel.rules.programs.MembersTouched;
import dev.laurel.rules.programs.Program;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Programs;
import dev.laurel.rules.programs.Publication;
import dev.laurel.rules.programs.Publishing;
import dev.laurel.rules.programs.Revising;
import dev.laurel.rules.programs.Versions;
import dev.laurel.rules.programs.document.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Authoring without a database. A document that has a field {@code wrong} is invalid. */
@TestConfiguration(proxyBeanMethods = false)
class AuthoringInMemory {

    static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");

    @Bean
    InMemory inMemory() {
        return new InMemory();
    }

    @Bean
    Drafts drafts() {
        return new DraftsInMemory();
    }

    @Bean
    DocumentCheck check() {
        return document ->
                document.containsKey("wrong")
                        ? new Findings(
                                List.of(
                                        new Finding(
                                                "/wrong",
                                                "Expected it right, but it is wrong.",
                                                "right",
                                                1,
                                                7),
                                        new Finding(
                                                "/rules/0",
                                                "Expected a rule, but it is none.",
                                                null,
                                                null,
                                                null)),
                                List.of())
                        : new Findings(
                                List.of(),
                                List.of(
                                        new Finding(
                                                "/name",
                                                "Expected a name, but there is none.",
                                                null,
                                                null,
                                                null)));
    }

    @Bean
    Publishing publishing(InMemory memory, Drafts drafts, DocumentCheck check) {
        return new PublishingInMemory(memory, drafts, check);
    }

    /** Nine members have progress in everything, two have completed it. */
    @Bean
    MembersTouched touched() {
        return (program, mechanics) ->
                mechanics.stream()
                        .collect(
                                Collectors.toMap(
                                        mechanic -> mechanic,
                                        mechanic ->
                                                new MembersTouched.Touched(
                                                        9, !mechanic.startsWith("metric:"), 2)));
    }

    /** Programs and versions. */
    static final class InMemory implements Programs, Versions {

        private final Map<String, String> names = new TreeMap<>();
        private final List<ProgramVersion> versions = new ArrayList<>();
        boolean brokerIsThere = true;

        @Override
        public Optional<Program> find(String program) {
            return Optional.ofNullable(names.get(program))
                    .map(name -> new Program(program, name, liveNumber(program), NOW));
        }

        private @Nullable Integer liveNumber(String program) {
            return live(program).map(ProgramVersion::version).orElse(null);
        }

        @Override
        public boolean put(String program, String name) {
            return names.put(program, name) == null;
        }

        @Override
        public Optional<ProgramVersion> find(String program, int version) {
            return newestBelow(program, version + 1, 1).stream()
                    .filter(found -> found.version() == version)
                    .findFirst();
        }

        @Override
        public Optional<ProgramVersion> live(String program) {
            return newestBelow(program, Integer.MAX_VALUE, 1).stream().findFirst();
        }

        @Override
        public List<ProgramVersion> newestBelow(String program, int below, int limit) {
            return versions.stream()
                    .filter(version -> version.program().equals(program))
                    .filter(version -> version.version() < below)
                    .sorted(Comparator.comparingInt(ProgramVersion::version).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    private static final class DraftsInMemory implements Drafts {

        private final Map<String, Draft> drafts = new TreeMap<>();

        @Override
        public Optional<Draft> find(String program) {
            return Optional.ofNullable(drafts.get(program));
        }

        @Override
        public Draft change(String program, Function<Optional<Draft>, Map<String, Object>> change) {
            Map<String, Object> document = change.apply(find(program));
            String tag = CanonicalJson.hash(document).substring(0, 8);
            Draft draft = new Draft(program, document, tag, NOW);
            drafts.put(program, draft);
            return draft;
        }
    }

    private record PublishingInMemory(InMemory memory, Drafts drafts, DocumentCheck check)
            implements Publishing {

        @Override
        public Publication publish(String program, Map<String, String> choices) {
            return drafts.find(program)
                    .map(draft -> make(program, draft.document(), null, choices))
                    .orElse(new Publication.Nothing());
        }

        @Override
        public Publication restore(String program, int version, Map<String, String> choices) {
            return memory.find(program, version)
                    .map(old -> make(program, old.document(), version, choices))
                    .orElse(new Publication.Nothing());
        }

        private Publication make(
                String program,
                Map<String, Object> document,
                @Nullable Integer restoredFrom,
                Map<String, String> choices) {
            Findings findings = check.check(document);
            if (!findings.isValid()) {
                return new Publication.Refused(findings);
            }
            String hash = CanonicalJson.hash(document);
            Optional<ProgramVersion> live = memory.live(program);
            if (live.isPresent() && live.get().hash().equals(hash)) {
                return new Publication.Unchanged(live.get(), memory.brokerIsThere);
            }
            Map<String, Object> older = live.map(ProgramVersion::document).orElse(Map.of());
            Revising revising = Revising.of(older, document, choices);
            if (!revising.problems().isEmpty()) {
                return new Publication.Misjudged(revising.problems());
            }
            int number = live.map(ProgramVersion::version).orElse(0) + 1;
            ProgramVersion version =
                    new ProgramVersion(
                            program,
                            number,
                            hash,
                            NOW,
                            restoredFrom,
                            document,
                            revising.next(
                                    live.map(ProgramVersion::revisions).orElse(Map.of()), number));
            memory.versions.add(version);
            return new Publication.Published(version, revising, memory.brokerIsThere);
        }
    }
}
