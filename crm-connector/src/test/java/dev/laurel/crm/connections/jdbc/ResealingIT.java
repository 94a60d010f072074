package dev.laurel.crm.connections.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections.UnreadableSecrets;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.secrets.Secrets;
import dev.laurel.testinfra.TestDatabase;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ResealingIT {

    private static final ConnectionId FIRST = new ConnectionId("club", "first");
    private static final ConnectionId SECOND = new ConnectionId("club", "second");
    private static final String OLD = "laurel.crm.secret-key=" + key(1);
    private static final String NEW = "laurel.crm.secret-key=" + key(2);
    private static final String WAS_OLD = "laurel.crm.previous-secret-key=" + key(1);

    private final TestDatabase database = TestDatabase.create();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(
                    database.jdbcUrl(), database.username(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void migrate() {
        source.setSchema("crm");
        Flyway.configure()
                .dataSource(source)
                .schemas("crm")
                .defaultSchema("crm")
                .locations("classpath:db/migration/crm")
                .load()
                .migrate();
        with(
                context -> {
                    add(context, FIRST, "one");
                    add(context, SECOND, "two");
                },
                OLD);
    }

    @Test
    void sealsEverythingWithTheNewKeyOnce() {
        // When
        with(context -> context.getBean(Resealing.class).reseal(), NEW, WAS_OLD);

        // Then
        byte[] sealed = sealed(FIRST);
        with(
                context -> {
                    assertThat(open(context, FIRST)).isEqualTo("one");
                    assertThat(open(context, SECOND)).isEqualTo("two");
                },
                NEW);
        with(context -> context.getBean(Resealing.class).reseal(), NEW, WAS_OLD);
        assertThat(sealed(FIRST)).isEqualTo(sealed);
    }

    @Test
    void opensWhatIsNotSealedAnewYet() {
        with(context -> assertThat(open(context, FIRST)).isEqualTo("one"), NEW, WAS_OLD);
        with(
                context ->
                        assertThatThrownBy(() -> open(context, FIRST))
                                .isInstanceOf(UnreadableSecrets.class),
                NEW);
    }

    @Test
    void leavesAloneWhatNeitherKeyOpens() {
        // Given
        jdbc.sql("UPDATE connection SET credentials = '\\x00' WHERE connection = 'first'").update();

        // When
        with(context -> context.getBean(Resealing.class).reseal(), NEW, WAS_OLD);

        // Then
        assertThat(sealed(FIRST)).isEqualTo(new byte[] {0});
        with(context -> assertThat(open(context, SECOND)).isEqualTo("two"), NEW);
    }

    /** A service with these keys. */
    private void with(Consumer<ApplicationContext> what, String... keys) {
        new ApplicationContextRunner()
                .withUserConfiguration(Secrets.class, SealedCredentials.class, Resealing.class)
                .withBean(JdbcClient.class, () -> jdbc)
                .withPropertyValues(keys)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    what.accept(context);
                });
    }

    private void add(ApplicationContext context, ConnectionId id, String secret) {
        jdbc.sql(
                        """
                        INSERT INTO connection
                            (program, connection, settings, credentials, revision, changed_at)
                        VALUES (?, ?, '{}', ?, 1, now())
                        """)
                .params(
                        id.program(),
                        id.name(),
                        context.getBean(SealedCredentials.class)
                                .seal(id, new Credentials(Map.of("secret", secret))))
                .update();
    }

    private String open(ApplicationContext context, ConnectionId id) {
        return String.valueOf(
                context.getBean(SealedCredentials.class)
                        .open(id, sealed(id))
                        .values()
                        .get("secret"));
    }

    private byte[] sealed(ConnectionId id) {
        return jdbc.sql("SELECT credentials FROM connection WHERE program = ? AND connection = ?")
                .params(id.program(), id.name())
                .query(byte[].class)
                .single();
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
