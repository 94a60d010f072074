package dev.laurel.rules.simulations.web;

import dev.laurel.rules.simulations.SimulationJobs;
import dev.laurel.rules.simulations.SimulationQueue;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationProperties.class)
class SimulationConfiguration {

    @Bean(destroyMethod = "close")
    SimulationQueue simulationQueue(
            SimulationJobs jobs, Clock clock, SimulationProperties properties) {
        JsonMapper json = JsonMapper.builder().build();
        return new SimulationQueue(
                jobs,
                json::writeValueAsString,
                clock,
                properties.waiting(),
                properties.mostEvents());
    }
}
