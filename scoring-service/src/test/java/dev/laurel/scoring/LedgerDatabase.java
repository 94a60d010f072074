package dev.laurel.scoring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.testinfra.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the ledger's schema, without the service. */
public final class LedgerDatabase implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final TransactionTemplate transactions;

    private LedgerDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public static LedgerDatabase create() {
        LedgerDatabase database = empty();
        database.migrate();
        return database;
    }

    /** One whose schema is that of an earlier version. */
    public static LedgerDatabase createAt(String version) {
        LedgerDatabase database = empty();
        database.migrateTo(version);
        return database;
    }

    private static LedgerDatabase empty() {
        TestDatabase database = TestDatabase.create();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setSchema("scoring");
        config.setMaximumPoolSize(8);
        config.addDataSourceProperty(
                "options",
                "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0");
        return new LedgerDatabase(new HikariDataSource(config));
    }

    /** Brings the schema to what it is now. */
    public void migrate() {
        migrateTo("latest");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("scoring")
                .locations("classpath:db/migration/scoring")
                .target(version)
                .load()
                .migrate();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** How many balances are not what the postings add up to. */
    public long discrepancies() {
        return number("SELECT count(*) FROM discrepancy");
    }

    public long number(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
