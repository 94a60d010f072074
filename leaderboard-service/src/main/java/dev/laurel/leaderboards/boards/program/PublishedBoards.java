package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.programfeed.ProgramFeed;
import java.util.Optional;
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
        return programs.find(program).map(version -> BoardsReader.read(version.document()));
    }
}
