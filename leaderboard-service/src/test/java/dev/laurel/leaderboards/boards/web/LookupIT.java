package dev.laurel.leaderboards.boards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.web.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LookupIT extends RunningLeaderboardService {

    @Autowired private Boards boards;
    @Autowired private Keeping keeping;
    @Autowired private Seals seals;
    @Autowired private JdbcClient jdbc;

    @Test
    void saysThatRankingsOfANewerVersionCannotBeReadHere() {
        // Given an instance that was rolled back, and has looked at nothing yet
        publish("lookup-newer", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        jdbc.sql(
                        "INSERT INTO kept (program, wallet, by_team, cycle, audience) VALUES ('lookup-newer', 'gold', false, 'P999D', '')")
                .update();
        Lookup lookup = new Lookup(new Upkeep(boards, keeping, clock), seals, clock);

        // Then
        assertThatThrownBy(() -> lookup.program("lookup-newer"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'P999D'");

        // When a newer one has tidied up
        jdbc.sql("DELETE FROM kept WHERE program = 'lookup-newer' AND wallet = 'gold'").update();

        // Then
        assertThat(lookup.program("lookup-newer").boards()).hasSize(1);
    }
}
