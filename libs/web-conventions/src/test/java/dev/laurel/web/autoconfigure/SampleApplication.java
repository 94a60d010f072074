package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that has every convention and every way to fail. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SampleApplication {

    record Order(int count, Instant time, Kind kind, List<Line> lines) {
        enum Kind {
            SALE,
            RETURN
        }

        record Line(String sku, double amount) {
            Line {
                if (amount < 0) {
                    throw new IllegalArgumentException(
                            "Expected an amount of at least 0, but it was " + amount + ".");
                }
            }
        }
    }

    @RestController
    static class Orders {

        @GetMapping("/orders")
        Page<String> page(
                @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
                @RequestParam(required = false) @Nullable Cursor cursor) {
            String after = cursor == null ? "" : cursor.text(0);
            List<String> found =
                    List.of("a", "b", "c").stream()
                            .filter(order -> order.compareTo(after) > 0)
                            .limit(limit.plusOne())
                            .toList();
            return Page.of(found, limit, Cursor::of);
        }

        @PostMapping(path = "/orders", consumes = "application/json")
        Order create(@RequestBody Order order) {
            return order;
        }

        @PutMapping("/orders/1")
        String change(@RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
            EntityTag.ofRevision(3).requireMatch(seen);
            return "changed";
        }

        @GetMapping("/count")
        int count(@RequestParam int of) {
            return of;
        }

        @GetMapping("/members/{member}/orders")
        List<String> ofMember(@PathVariable String member) {
            return List.of(member);
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("The secret is 42.");
        }

        @GetMapping("/busy")
        String busy() {
            throw new Problem(CommonProblem.UNAVAILABLE, "Expected a broker, but there is none.")
                    .retryAfter(Duration.ofSeconds(5));
        }

        @GetMapping("/no-database")
        String noDatabase() {
            throw new DataAccessResourceFailureException("Connection to 10.0.0.1 refused.");
        }

        @GetMapping("/wrong")
        String wrong() {
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    "Expected a sound program, but it has 1 problem.",
                    List.of(new Violation("/rules/0/on", "Expected an event type.", "purchase")));
        }
    }

    @Bean
    Filter failingFilter() {
        return (request, response, chain) -> {
            if (request.getParameter("failInFilter") != null) {
                throw new IllegalStateException("The secret is 42.");
            }
            chain.doFilter(request, response);
        };
    }
}
