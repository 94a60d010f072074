package dev.laurel.leaderboards.boards.valkey;

import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;

/** Only where there is a Valkey. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${laurel.boards.valkey.url:}' != ''")
@EnableConfigurationProperties(ValkeyProperties.class)
class ValkeyConfiguration {

    /** It connects when it is first used: boards work without it. */
    @Bean(destroyMethod = "close")
    UnifiedJedis valkey(ValkeyProperties properties) {
        return Connections.to(properties.url(), properties.patience());
    }

    @Bean
    CopyTable copyTable(JdbcClient jdbc, ValkeyProperties properties) {
        return new CopyTable(jdbc, properties.prefix());
    }

    @Bean
    Trust copyTrust(JdbcClient jdbc, CopyTable copies, ValkeyProperties properties) {
        return new Trust(jdbc, copies, properties.trust(), System::nanoTime);
    }

    @Bean
    Feed copyFeed(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            CopyTable copies,
            UnifiedJedis valkey) {
        return new Feed(jdbc, transaction, copies, valkey);
    }

    @Bean
    Rebuild copyRebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            ProgramLocks locks,
            CopyTable copies,
            UnifiedJedis valkey) {
        return new Rebuild(database, transactions, locks, copies, valkey);
    }

    @Bean
    @Primary
    Standings copiedStandings(
            @Qualifier("jdbcStandings") Standings database, Trust trust, UnifiedJedis valkey) {
        return new CopiedStandings(database, trust, new CopyReader(valkey));
    }

    @Bean
    CopyWatch copyWatch(Feed feed, Rebuild rebuild, Trust trust, ValkeyProperties properties) {
        return new CopyWatch(feed, rebuild, trust, properties.from());
    }
}
