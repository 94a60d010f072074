package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Desk;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.vendor.Crms;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Desk desk(
            Connections connections,
            Crms crms,
            Deliveries deliveries,
            Profiles profiles,
            Clock clock) {
        return new Desk(connections, crms, deliveries, profiles, clock);
    }
}
