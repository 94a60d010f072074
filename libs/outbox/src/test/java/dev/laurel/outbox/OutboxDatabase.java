package dev.laurel.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.testinfra.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the table as the README has it. */
final class OutboxDatabase implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    private OutboxDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    static OutboxDatabase create() {
        OutboxDatabase database = withoutTable();
        database.jdbc.execute(tableOfTheReadme());
        return database;
    }

    static OutboxDatabase withoutTable() {
        TestDatabase database = TestDatabase.create();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(12);
        config.setConnectionTimeout(1_000);
        return new OutboxDatabase(new HikariDataSource(config));
    }

    private static String tableOfTheReadme() {
        try {
            String readme = Files.readString(Path.of("README.md"));
            int start = readme.indexOf("CREATE TABLE outbox");
            return readme.substring(start, readme.indexOf(";", start));
        } catch (IOException e) {
            throw new AssertionError("Expected the README in the working directory.", e);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    long waiting() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return count == null ? -1 : count;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
