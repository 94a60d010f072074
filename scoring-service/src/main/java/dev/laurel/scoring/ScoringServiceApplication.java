package dev.laurel.scoring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The scoring service, configured by {@code scoring-service.yml}. */
@SpringBootApplication
public class ScoringServiceApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ScoringServiceApplication.class)
                .properties("spring.config.name=scoring-service")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
