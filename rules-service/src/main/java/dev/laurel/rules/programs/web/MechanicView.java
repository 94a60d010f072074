package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.Choice;
import dev.laurel.rules.programs.MembersTouched;
import dev.laurel.rules.programs.MembersTouched.Touched;
import dev.laurel.rules.programs.Revising;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mechanic with progress that a version changes.
 *
 * @param mechanic kind and id, such as {@code challenge:spring}
 * @param choice what becomes of members' progress in it
 * @param declared whether somebody said so
 * @param choices what could become of it
 * @param members members with progress in it, absent where that is not known exactly
 * @param membersAtMost members that may have some, where it is not
 * @param completed how many have completed it now, absent where it can't be completed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MechanicView(
        String mechanic,
        String choice,
        boolean declared,
        List<String> choices,
        @Nullable Long members,
        @Nullable Long membersAtMost,
        @Nullable Long completed) {

    static List<MechanicView> of(Revising revising, MembersTouched touched, String program) {
        List<String> mechanics =
                revising.decisions().stream().map(each -> each.changed().mechanic()).toList();
        if (mechanics.isEmpty()) {
            return List.of();
        }
        Map<String, Touched> counts = touched.count(program, mechanics);
        return revising.decisions().stream()
                .map(each ->
                        of(each, Objects.requireNonNull(counts.get(each.changed().mechanic()))))
                .toList();
    }

    private static MechanicView of(Revising.Decision decision, Touched touched) {
        String mechanic = decision.changed().mechanic();
        return new MechanicView(
                mechanic,
                decision.choice().word(),
                decision.declared(),
                decision.changed().choices().stream().map(Choice::word).toList(),
                touched.exact() ? touched.members() : null,
                touched.exact() ? null : touched.members(),
                mechanic.startsWith("challenge:") ? touched.completed() : null);
    }
}
