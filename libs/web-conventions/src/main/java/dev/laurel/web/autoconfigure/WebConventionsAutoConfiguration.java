package dev.laurel.web.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Makes every error of a service a problem, wherever in the stack it comes from. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(WebConventionsProperties.class)
class WebConventionsAutoConfiguration {

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(WebConventionsProperties properties, JsonMapper json) {
        return new BodyLimitFilter(properties.maxBody(), json);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemErrorPages(
            JsonMapper json) {
        return new ProblemReportCustomizer(json);
    }

    @Bean
    SlashesInSegments slashesInSegments() {
        return new SlashesInSegments();
    }

    /** A database that is down is no bug of the service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataAccessException.class)
    static class Database {

        @Bean
        DatabaseProblemAdvice databaseProblemAdvice() {
            return new DatabaseProblemAdvice();
        }
    }
}
