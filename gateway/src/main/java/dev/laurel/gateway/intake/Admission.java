package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.gateway.intake.Verdict.Sorted;
import dev.laurel.gateway.intake.Verdict.Undecidable;
import dev.laurel.gateway.intake.Verdict.UnknownProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds events to their program. Thread-safe. */
final class Admission {

    private final Programs programs;

    Admission(Programs programs) {
        this.programs = programs;
    }

    /** Sorts the events of one request. */
    Verdict sort(String program, List<EventReading> readings) {
        Optional<EventShapes> shapes = programs.find(program);
        if (shapes.isPresent()
                && readings.stream().allMatch(it -> isAsExpected(it, shapes.get()))) {
            return sort(shapes.get(), readings);
        }
        // Before anything is refused because of the program: is it the newest?
        if (!programs.catchUp()) {
            return new Undecidable();
        }
        return programs.find(program)
                .<Verdict>map(newest -> sort(newest, readings))
                .orElseGet(UnknownProgram::new);
    }

    private static boolean isAsExpected(EventReading reading, EventShapes shapes) {
        return switch (reading) {
            case Accepted accepted -> problems(accepted, shapes).isEmpty();
            // Malformed under any program.
            case Rejected _ -> true;
        };
    }

    private static Sorted sort(EventShapes shapes, List<EventReading> readings) {
        List<Accepted> admitted = new ArrayList<>(readings.size());
        List<RejectedEvent> rejected = new ArrayList<>();
        for (EventReading reading : readings) {
            switch (reading) {
                case Rejected malformed -> rejected.add(RejectedEvent.malformed(malformed));
                case Accepted accepted -> {
                    List<ShapeProblem> problems = problems(accepted, shapes);
                    if (problems.isEmpty()) {
                        admitted.add(accepted);
                    } else {
                        rejected.add(
                                RejectedEvent.misshapen(
                                        accepted.index(), accepted.event().id(), problems));
                    }
                }
            }
        }
        return new Sorted(admitted, rejected);
    }

    private static List<ShapeProblem> problems(Accepted accepted, EventShapes shapes) {
        return shapes.problems(
                accepted.event().source(), accepted.event().type(), accepted.event().data());
    }
}
