package dev.laurel.figures;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Shows the figures of a service with its metrics. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(MeterRegistry.class)
@EnableConfigurationProperties(FiguresProperties.class)
public class FiguresAutoConfiguration {

    @Bean
    FigureReader figureReader(
            ObjectProvider<FigureSource> sources,
            MeterRegistry registry,
            FiguresProperties properties) {
        return new FigureReader(sources.stream().toList(), registry, properties.every());
    }
}
