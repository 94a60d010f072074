package dev.laurel.members;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The member service, configured by {@code member-service.yml}. */
@SpringBootApplication
public class MemberServiceApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(MemberServiceApplication.class)
                .properties("spring.config.name=member-service")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
