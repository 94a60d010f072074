package dev.laurel.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which part of the API is whose; the paths are the same here and there. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    private static final String PROGRAM = "/v1/programs/{program}";
    private static final String MEMBER = PROGRAM + "/members/{member}";

    @Bean
    RouterFunction<ServerResponse> services(ServiceAddresses addresses) {
        return to("scoring-service", addresses.scoringService(), scoring())
                .and(to("badge-service", addresses.badgeService(), badges()))
                .and(to("member-service", addresses.memberService(), registry()))
                .and(to("leaderboard-service", addresses.leaderboardService(), boards()))
                .and(to("crm-connector", addresses.crmConnector(), crm()))
                .and(to("rules-service", addresses.rulesService(), rules()));
    }

    /** One pool of connections for all that the gateway asks of services. */
    @Bean
    ClientHttpRequestFactory serviceConnections() {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECTING)
                        .build();
        var factory =
                new JdkClientHttpRequestFactory(
                        client, Executors.newVirtualThreadPerTaskExecutor());
        factory.setReadTimeout(ANSWERING);
        factory.enableCompression(false);
        return factory;
    }

    private static RequestPredicate scoring() {
        return any(
                MEMBER + "/ledger/**",
                MEMBER + "/wallets",
                MEMBER + "/adjustments",
                MEMBER + "/exchanges",
                MEMBER + "/holds",
                MEMBER + "/tier",
                MEMBER + "/tiers",
                MEMBER + "/tier-invitations",
                MEMBER + "/lots",
                PROGRAM + "/tiers",
                PROGRAM + "/holds/**",
                PROGRAM + "/ledger/**",
                PROGRAM + "/budgets/**");
    }

    private static RequestPredicate badges() {
        return any(
                MEMBER + "/badges/**",
                PROGRAM + "/badges/**",
                "/v1/badge-awards/**",
                "/v1/badge-status-lists/**",
                "/.well-known/did.json",
                "/.well-known/jwks.json");
    }

    /** What is said of members; a member as a whole is the gateway's own answer. */
    private static RequestPredicate registry() {
        return any(
                        MEMBER + "/attributes",
                        MEMBER + "/contact",
                        MEMBER + "/consents/**",
                        MEMBER + "/erasure",
                        PROGRAM + "/erasures",
                        MEMBER + "/challenges/{challenge}/enrolment")
                .or(path(PROGRAM + "/members/import").and(method(HttpMethod.POST)))
                .or(path(MEMBER).and(methods(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)));
    }

    private static RequestPredicate boards() {
        return any(
                PROGRAM + "/leaderboards/**",
                PROGRAM + "/public/leaderboards/**",
                PROGRAM + "/leaderboard-verification",
                PROGRAM + "/leaderboard-days",
                MEMBER + "/ranks");
    }

    private static RequestPredicate crm() {
        return any(MEMBER + "/profile", PROGRAM + "/profiles/**", PROGRAM + "/crm-connections/**");
    }

    /** Everything else about programs, but for what the gateway answers itself. */
    private static RequestPredicate rules() {
        return path("/v1/programs/**").and(any(PROGRAM + "/events", MEMBER).negate());
    }

    private static RequestPredicate any(String... patterns) {
        return Arrays.stream(patterns)
                .map(pattern -> path(pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> to(
            String service, URI address, RequestPredicate requests) {
        return route(service)
                .route(requests, http())
                .before(uri(address))
                .filter(new DownServices(service))
                .build();
    }
}
