package dev.laurel.crm;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The CRM connector, configured by {@code crm-connector.yml}. */
@SpringBootApplication
public class CrmConnectorApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(CrmConnectorApplication.class)
                .properties("spring.config.name=crm-connector")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
