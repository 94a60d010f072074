package dev.laurel.scoring.crashes;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database as a process has it that may end: every statement, every copy, and both sides of a
 * commit are steps of its {@link Life}.
 */
final class MortalSource extends DelegatingDataSource {

    private final Supplier<@Nullable Life> lives;
    private final UnaryOperator<String> statements;

    /**
     * @param lives whose life it is that asks for a connection; {@code null} for somebody who does
     *     not die
     * @param statements what becomes of each statement of somebody who may
     */
    MortalSource(
            DataSource real, Supplier<@Nullable Life> lives, UnaryOperator<String> statements) {
        super(real);
        this.lives = lives;
        this.statements = statements;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Life life = lives.get();
        if (life == null) {
            return super.getConnection();
        }
        life.checkAlive("a connection");
        Connection real = super.getConnection();
        life.opened(real);
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> call(life, real, method, arguments));
    }

    private @Nullable Object call(
            Life life, Connection real, Method method, @Nullable Object @Nullable [] given)
            throws Throwable {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        switch (method.getName()) {
            case "prepareStatement" -> {
                String sql = String.valueOf(arguments[0]);
                life.step(summary(sql));
                arguments[0] = statements.apply(sql);
            }
            case "unwrap" -> life.step("a copy");
            case "commit" -> {
                life.step("the commit");
                real.commit();
                life.step("learning that it is committed");
                return null;
            }
            case "close" -> {
                return close(life, real);
            }
            default -> {
                if (life.isOver()) {
                    return null;
                }
            }
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object close(Life life, Connection real) throws SQLException {
        life.closed(real);
        if (life.isOver()) {
            unwrap(HikariDataSource.class).evictConnection(real);
        } else {
            real.close();
        }
        return null;
    }

    private static String summary(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(60, line.length()));
    }
}
