package dev.laurel.leaderboards.boards.upkeep;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.Keeping;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UpkeepConfiguration {

    @Bean
    Upkeep boardUpkeep(Boards boards, Keeping keeping, Clock clock) {
        return new Upkeep(boards, keeping, clock);
    }
}
