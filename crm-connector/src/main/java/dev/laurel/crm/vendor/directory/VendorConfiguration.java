package dev.laurel.crm.vendor.directory;

import dev.laurel.crm.traces.TracedCrms;
import dev.laurel.crm.vendor.Crms;
import dev.laurel.crm.vendor.dynamics.Dynamics;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Wire;
import dev.laurel.crm.vendor.hubspot.HubSpot;
import dev.laurel.crm.vendor.salesforce.Salesforce;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All vendors over one pool of connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VendorProperties.class)
class VendorConfiguration {

    @Bean
    Crms crms(VendorProperties properties, Clock clock, TracedCrms traced) {
        Wire wire = new Wire(properties.patience());
        return traced.of((connection, credentials, permits) -> {
            Line line = new Line(wire, permits);
            return switch (connection.kind()) {
                case HUBSPOT -> HubSpot.open(connection, credentials, line);
                case SALESFORCE -> Salesforce.open(connection, credentials, line, clock);
                case DYNAMICS -> Dynamics.open(connection, credentials, line, clock);
            };
        });
    }
}
