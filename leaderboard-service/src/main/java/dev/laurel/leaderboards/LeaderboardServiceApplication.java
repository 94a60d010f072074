package dev.laurel.leaderboards;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The leaderboard service, configured by {@code leaderboard-service.yml}. */
@SpringBootApplication
public class LeaderboardServiceApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(LeaderboardServiceApplication.class)
                .properties("spring.config.name=leaderboard-service")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
