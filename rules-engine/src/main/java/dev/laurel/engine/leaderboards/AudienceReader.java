package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import java.util.List;
import java.util.Set;

/** Judges whom a leaderboard is of; whoever ranks reads it again. */
final class AudienceReader {

    private static final List<String> KINDS = List.of("segment", "team", "attribute");

    private AudienceReader() {}

    static void check(Section board, boolean byTeam) {
        Section audience = board.section("audience");
        if (audience == null) {
            return;
        }
        if (byTeam) {
            board.problem(
                    "audience",
                    "Expected a board of members, but it ranks teams, which are whole.");
        }
        audience.words(Set.of("segment", "team", "attribute", "is"), Set.of());
        List<String> kinds = KINDS.stream().filter(audience::has).toList();
        if (kinds.size() != 1) {
            audience.problem(
                    "Expected one of %s, but there are %d.".formatted(KINDS, kinds.size()));
            return;
        }
        audience.requiredText(kinds.getFirst());
        if (audience.has("attribute")) {
            audience.requiredText("is");
        } else if (audience.has("is")) {
            audience.problem("is", "Expected 'is' with 'attribute' only, but it is without.");
        }
    }
}
