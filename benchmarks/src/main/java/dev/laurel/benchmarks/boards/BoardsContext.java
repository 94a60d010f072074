package dev.laurel.benchmarks.boards;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.embedded.EmbeddedDatabase;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores of leaderboard-service without its topics and its web server. */
final class BoardsContext {

    private BoardsContext() {}

    static HikariDataSource connect(EmbeddedDatabase database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.username());
        source.setPassword(database.password());
        source.setSchema("leaderboards");
        source.setMaximumPoolSize(6);
        // As the service has it.
        source.addDataSourceProperty(
                "options",
                "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0");
        Flyway.configure()
                .dataSource(source)
                .schemas("leaderboards")
                .locations("classpath:db/migration/leaderboards")
                .load()
                .migrate();
        return source;
    }

    /**
     * @param properties as the service takes them
     */
    static AnnotationConfigApplicationContext start(
            DataSource database, Clock clock, Map<String, Object> properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", properties));
        context.registerBean(
                "database",
                DataSource.class,
                () -> database,
                definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.register(Stores.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan({
        "dev.laurel.leaderboards.scores.jdbc",
        "dev.laurel.leaderboards.boards.jdbc",
        "dev.laurel.leaderboards.boards.valkey",
        "dev.laurel.leaderboards.roster.jdbc",
        "dev.laurel.leaderboards.seals.jdbc"
    })
    static class Stores {

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
