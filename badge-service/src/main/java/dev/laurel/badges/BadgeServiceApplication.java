package dev.laurel.badges;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The badge service, configured by {@code badge-service.yml}. */
@SpringBootApplication
public class BadgeServiceApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BadgeServiceApplication.class)
                .properties("spring.config.name=badge-service")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
