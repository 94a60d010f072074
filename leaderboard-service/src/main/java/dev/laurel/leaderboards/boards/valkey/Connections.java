package dev.laurel.leaderboards.boards.valkey;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** How Valkey is reached. */
final class Connections {

    private Connections() {}

    static UnifiedJedis to(URI url, Duration patience) {
        HostAndPort address = JedisURIHelper.getHostAndPort(url);
        int millis = Math.toIntExact(patience.toMillis());
        return RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(
                        DefaultJedisClientConfig.builder()
                                .user(JedisURIHelper.getUser(url))
                                .password(JedisURIHelper.getPassword(url))
                                .database(JedisURIHelper.getDBIndex(url))
                                .ssl(JedisURIHelper.isRedisSSLScheme(url))
                                .connectionTimeoutMillis(millis)
                                .socketTimeoutMillis(millis)
                                .build())
                .build();
    }
}
