package dev.laurel.gateway.routing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are: scheme, host and port of each.
 *
 * @param rulesService programs, decisions and challenges
 * @param scoringService wallets and the ledger
 * @param badgeService badges
 * @param leaderboardService boards and ranks
 * @param crmConnector profiles and CRM connections
 * @param memberService what is said of members
 */
@ConfigurationProperties("laurel.routes")
public record ServiceAddresses(
        @DefaultValue("http://localhost:8081") URI rulesService,
        @DefaultValue("http://localhost:8082") URI scoringService,
        @DefaultValue("http://localhost:8083") URI badgeService,
        @DefaultValue("http://localhost:8084") URI leaderboardService,
        @DefaultValue("http://localhost:8085") URI crmConnector,
        @DefaultValue("http://localhost:8086") URI memberService) {

    public ServiceAddresses {
        Map<String, URI> all =
                byName(
                        rulesService,
                        scoringService,
                        badgeService,
                        leaderboardService,
                        crmConnector,
                        memberService);
        all.forEach(ServiceAddresses::check);
    }

    /** All of them by the services' names, in the order of the pipeline. */
    public Map<String, URI> byName() {
        return byName(
                rulesService,
                scoringService,
                badgeService,
                leaderboardService,
                crmConnector,
                memberService);
    }

    private static Map<String, URI> byName(
            URI rules, URI scoring, URI badges, URI leaderboards, URI crm, URI members) {
        Map<String, URI> all = new LinkedHashMap<>();
        all.put("member-service", members);
        all.put("rules-service", rules);
        all.put("scoring-service", scoring);
        all.put("badge-service", badges);
        all.put("leaderboard-service", leaderboards);
        all.put("crm-connector", crm);
        return all;
    }

    private static void check(String service, URI address) {
        String path = address.getRawPath();
        if (address.getScheme() == null
                || address.getHost() == null
                || (path != null && !path.isEmpty() && !path.equals("/"))) {
            throw new IllegalArgumentException(
                    "Expected laurel.routes.%s as http://host:port, but it was '%s'."
                            .formatted(service, address));
        }
    }
}
