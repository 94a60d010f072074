package dev.laurel.members.registry.web;

import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members;
import dev.laurel.members.registry.Members.Change;
import dev.laurel.members.registry.Members.Changed;
import dev.laurel.members.registry.Registration;
import dev.laurel.members.registry.Statement;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import dev.laurel.web.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Many members at once, one JSON object per line: what PUT takes, or a merge patch of it, with the
 * {@code member} that it is about. A line is taken or refused for itself; sent again, a line
 * changes nothing.
 */
@RestController
class ImportController {

    /** Members per transaction: enough to share its cost, few enough to hold locks briefly. */
    private static final int CHUNK = 500;

    private final MemberPaths paths;
    private final Members members;
    private final Announced announced;
    private final MemberLines lines;
    private final Clock clock;

    ImportController(
            MemberPaths paths,
            Members members,
            Announced announced,
            MemberLines lines,
            Clock clock) {
        this.paths = paths;
        this.members = members;
        this.announced = announced;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * @param accepted lines that were taken
     * @param rejected those that were not
     */
    record ImportAnswer(int accepted, List<RejectedLine> rejected) {}

    /**
     * @param line its number, from 1
     * @param member the member that it names, if it names one
     */
    record RejectedLine(int line, @Nullable String member, ProblemBody problem) {}

    @PostMapping(
            path = "/v1/programs/{program}/members/import",
            consumes = {"application/x-ndjson", "application/jsonl"})
    ImportAnswer importMembers(
            @PathVariable String program,
            @RequestParam(defaultValue = "false") boolean merge,
            @RequestBody byte[] body) {
        paths.requireProgram(program);
        Instant now = clock.instant();
        List<Change> changes = new ArrayList<>();
        List<MemberLines.Line> kept = new ArrayList<>();
        List<RejectedLine> rejected = new ArrayList<>();
        Map<Integer, RejectedLine> unfit = new TreeMap<>();
        for (MemberLines.Line line : lines.of(body)) {
            try {
                changes.add(
                        merge
                                ? merging(program, line, unfit)
                                : saying(program, line.object(), now));
                kept.add(line);
            } catch (Problem problem) {
                rejected.add(new RejectedLine(line.number(), line.member(), problem.body()));
            }
        }
        Set<MemberId> erased = new HashSet<>();
        for (int from = 0; from < changes.size(); from += CHUNK) {
            members
                    .changeAll(changes.subList(from, Math.min(changes.size(), from + CHUNK)))
                    .stream()
                    .map(Changed::after)
                    .filter(Registration::erased)
                    .forEach(it -> erased.add(it.id()));
        }
        rejected.addAll(unfit.values());
        int refused = unfit.size() + reject(changes, kept, erased, rejected);
        announced.await();
        return new ImportAnswer(changes.size() - refused, rejected);
    }

    /** Lines about members who are no more; of those nothing was taken. */
    private static int reject(
            List<Change> changes,
            List<MemberLines.Line> lines,
            Set<MemberId> erased,
            List<RejectedLine> rejected) {
        int refused = 0;
        for (int place = 0; place < changes.size(); place++) {
            MemberId id = changes.get(place).id();
            if (erased.contains(id)) {
                refused++;
                rejected.add(
                        new RejectedLine(
                                lines.get(place).number(),
                                id.member(),
                                MemberPaths.erased(id).body()));
            }
        }
        rejected.sort(Comparator.comparingInt(RejectedLine::line));
        return refused;
    }

    private static Change saying(
            String program, Map<String, @Nullable Object> object, Instant now) {
        MemberId id = id(program, object);
        Statement statement = Statements.read(object, now);
        return new Change(id, (before, then) -> before.saying(statement, then));
    }

    /** What comes of a patch is known only with what it is applied to. */
    private static Change merging(
            String program, MemberLines.Line line, Map<Integer, RejectedLine> unfit) {
        Map<String, @Nullable Object> patch = line.object();
        MemberId id = id(program, patch);
        return new Change(
                id,
                (before, then) -> {
                    if (before.erased()) {
                        return before;
                    }
                    try {
                        return before.saying(Statements.merged(before, patch, then), then);
                    } catch (Problem problem) {
                        unfit.put(
                                line.number(),
                                new RejectedLine(line.number(), id.member(), problem.body()));
                        return before;
                    }
                });
    }

    private static MemberId id(String program, Map<String, @Nullable Object> object) {
        if (!(object.remove("member") instanceof String member) || !MemberId.isMember(member)) {
            String message =
                    "Expected member, an id of 1 to %d characters, but there was none."
                            .formatted(MemberId.MAX_LENGTH);
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    message,
                    List.of(new Violation("/member", message)));
        }
        return new MemberId(program, member);
    }
}
