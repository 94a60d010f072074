package dev.laurel.scoring.crashes;

import jakarta.servlet.Filter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Gives the service a database that ends with the life of the thread that uses it. Not annotated,
 * or the service would find it in every test.
 */
class MortalService {

    private static final ThreadLocal<@Nullable Life> CURRENT = new ThreadLocal<>();
    private static final AtomicReference<@Nullable Life> NEXT_REQUEST = new AtomicReference<>();

    /** Lives a life on this thread. */
    static void live(Life life, Runnable work) {
        CURRENT.set(life);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Has the next request live a life. */
    static void nextRequest(Life life) {
        NEXT_REQUEST.set(life);
    }

    @Bean
    static BeanPostProcessor mortalSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real
                        ? new MortalSource(real, CURRENT::get, UnaryOperator.identity())
                        : bean;
            }
        };
    }

    @Bean
    Filter lives() {
        return (request, response, chain) -> {
            CURRENT.set(NEXT_REQUEST.getAndSet(null));
            try {
                chain.doFilter(request, response);
            } finally {
                CURRENT.remove();
            }
        };
    }
}
