package dev.laurel.rules;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the rules service. */
@SpringBootApplication(proxyBeanMethods = false)
public class RulesServiceApplication {

    /** Starts the service alone, configured by {@code rules-service.yml}. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(RulesServiceApplication.class)
                .properties("spring.config.name=rules-service")
                .run(args);
    }
}
