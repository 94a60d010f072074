package dev.laurel.cli.simulate;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.replay.EventFile;
import dev.laurel.cli.replay.Lines;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.members.Member;
import dev.laurel.simulation.MemberReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of members, one JSON object per line. */
final class MembersFile {

    private MembersFile() {}

    /**
     * Reads a file, plain or compressed.
     *
     * @return members by id; of a member with several lines the last one counts
     * @throws CommandFailure when it can't be read, or a line is no member
     */
    static Map<String, Member> read(String name) {
        Map<String, Member> members = new HashMap<>();
        JsonMapper json = new JsonMapper();
        try (EventFile file = EventFile.open(name, InputStream.nullInputStream())) {
            Lines lines = new Lines(file.lines());
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                Member member = member(line, name + ":" + lines.number(), json);
                members.put(member.id(), member);
            }
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "Expected members in %s, but the file can't be read: %s."
                            .formatted(name, unreadable.getMessage()),
                    unreadable);
        }
        return members;
    }

    private static Member member(byte[] line, String place, JsonMapper json) {
        try {
            MemberReader.Reading reading =
                    MemberReader.read(json.readValue(line, new TypeReference<>() {}));
            if (reading.member() != null) {
                return reading.member();
            }
            Problem problem = reading.problems().getFirst();
            throw new CommandFailure(
                    "Expected a member, but %s: %s: %s"
                            .formatted(place, problem.pointer(), problem.message()));
        } catch (JacksonException noJson) {
            throw new CommandFailure(
                    "Expected a member, a JSON object, but %s: %s"
                            .formatted(place, noJson.getOriginalMessage()),
                    noJson);
        }
    }
}
