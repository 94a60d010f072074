package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Desk;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.vendor.Crms;
import dev.laurel.crm.vendor.directory.VendorProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CourierProperties.class)
class DeskConfiguration {

    @Bean
    Rhythm rhythm(CourierProperties properties) {
        return properties.rhythm();
    }

    @Bean
    Tenure tenure(CourierProperties properties, VendorProperties vendors) {
        return Tenure.of(properties.lease(), vendors.patience());
    }

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
