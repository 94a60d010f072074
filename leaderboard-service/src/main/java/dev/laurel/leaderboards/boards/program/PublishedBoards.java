package dev.laurel.leaderboards.boards.program;

import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.programfeed.ProgramFeed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Boards as {@code laurel.programs} has them. */
@Component
class PublishedBoards implements Boards {

    private final ProgramFeed programs;

    PublishedBoards(ProgramFeed programs) {
        this.programs = programs;
    }

    @Override
    public Optional<ProgramBoards> of(String program) {
        return programs.find(program)
                .map(version -> BoardsReader.read(version.document(), version.publishedAt()));
    }

    @Override
    public Set<String> programs() {
        return programs.all().stream().map(PublishedProgram::program).collect(Collectors.toSet());
    }
}
