package dev.laurel.rules.programs.check;

import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.document.Problem;
import dev.laurel.rules.programs.DocumentCheck;
import dev.laurel.rules.programs.Finding;
import dev.laurel.rules.programs.Findings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class EngineCheck implements DocumentCheck {

    @Override
    public Findings check(Map<String, Object> document) {
        return switch (ProgramCompiler.compile(document)) {
            case Compiled compiled -> new Findings(List.of(), findings(compiled.warnings()));
            case Rejected rejected -> new Findings(findings(rejected.problems()), List.of());
        };
    }

    private static List<Finding> findings(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Finding(
                                problem.pointer(),
                                problem.message(),
                                problem.expected(),
                                problem.line(),
                                problem.column()))
                .toList();
    }
}
