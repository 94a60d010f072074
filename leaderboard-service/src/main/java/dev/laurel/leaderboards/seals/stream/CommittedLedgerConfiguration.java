package dev.laurel.leaderboards.seals.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.leaderboards.seals.CountedLedger;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class CommittedLedgerConfiguration {

    @Bean
    Admin ledgerAdmin(KafkaProperties kafka) {
        Map<String, Object> config = kafka.buildAdminProperties();
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "leaderboard-service-seals");
        return Admin.create(config);
    }

    @Bean
    CountedLedger countedLedger(Admin ledgerAdmin, Environment environment) {
        return new CommittedLedger(
                ledgerAdmin,
                Map.of(
                        Topics.LEDGER.name(),
                        group(environment, "ledger-in-0"),
                        Topics.DECISIONS.name(),
                        group(environment, "decisions-in-0"),
                        // Who is on a board is as final as the scores are.
                        Topics.MEMBERS.name(),
                        group(environment, "members-in-0")));
    }

    private static String group(Environment environment, String binding) {
        return environment.getRequiredProperty(
                "spring.cloud.stream.bindings." + binding + ".group");
    }
}
