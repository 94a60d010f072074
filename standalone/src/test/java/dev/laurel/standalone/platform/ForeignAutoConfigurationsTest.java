package dev.laurel.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ForeignAutoConfigurationsTest {

    private static final String FLYWAY =
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";
    private static final String GATEWAY =
            "org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration";
    private static final String STREAMS =
            "org.springframework.cloud.stream.binder.kafka.streams.function"
                    + ".KafkaStreamsFunctionAutoConfiguration";

    @Test
    void theGatewayKnowsNoDatabaseAndNoTopology() {
        // Given
        ForeignAutoConfigurations filter = filter(Service.GATEWAY);

        // Then
        assertThat(filter.isForeign(FLYWAY)).isTrue();
        assertThat(filter.isForeign(STREAMS)).isTrue();
        assertThat(filter.isForeign(GATEWAY)).isFalse();
    }

    @Test
    void onlyTheRulesServiceHasATopology() {
        assertThat(filter(Service.RULES).isForeign(STREAMS)).isFalse();
        assertThat(filter(Service.SCORING).isForeign(STREAMS)).isTrue();
        assertThat(filter(Service.SCORING).isForeign(FLYWAY)).isFalse();
    }

    @Test
    void aServiceThatRunsAloneGetsEverything() {
        // Given
        ForeignAutoConfigurations filter = new ForeignAutoConfigurations();
        filter.setEnvironment(new StandardEnvironment());

        // Then
        assertThat(filter.isForeign(FLYWAY)).isFalse();
        assertThat(filter.isForeign(GATEWAY)).isFalse();
    }

    @Test
    void isRegistered() {
        assertThat(
                        SpringFactoriesLoader.forDefaultResourceLocation()
                                .load(AutoConfigurationImportFilter.class))
                .hasAtLeastOneElementOfType(ForeignAutoConfigurations.class);
    }

    @ParameterizedTest
    @EnumSource
    void prefixesEndWithADot(Service service) {
        assertThat(service.foreignAutoConfigurations())
                .isNotEmpty()
                .allSatisfy(prefix -> assertThat(prefix).endsWith("."));
    }

    private static ForeignAutoConfigurations filter(Service service) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        ForeignAutoConfigurations.PROPERTY,
                                        String.join(",", service.foreignAutoConfigurations()))));
        ForeignAutoConfigurations filter = new ForeignAutoConfigurations();
        filter.setEnvironment(environment);
        return filter;
    }
}
