package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;

/**
 * Brings copies up to what PostgreSQL has. One instance at a time, by a lock in PostgreSQL; one
 * that lost its lock without noticing is refused by Valkey, as its token is not the next any more.
 */
final class Feed {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final int AT_ONCE = 20_000;
    private static final int A_SCRIPT = 500;
    private static final byte[] NOWHERE = {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CopyTable copies;
    private final UnifiedJedis valkey;

    Feed(JdbcClient jdbc, TransactionTemplate transaction, CopyTable copies, UnifiedJedis valkey) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.copies = copies;
        this.valkey = valkey;
    }

    /**
     * Writes what has changed, and looks whether all copies are still there. Whatever dies on the
     * way, the changes are noted still, and written once more.
     *
     * @return whether there may be more
     */
    boolean run() {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> copies.takeFeeding() && write() == AT_ONCE));
    }

    private int write() {
        List<CopyTable.Change> changes = copies.takeChanges(AT_ONCE);
        Map<Integer, Set<String>> members = new TreeMap<>();
        changes.forEach(each ->
                members.computeIfAbsent(each.ranking(), _ -> new TreeSet<>()).add(each.member()));
        long token = copies.nextToken();
        for (Copy copy : copies.ready()) {
            Set<String> changed = members.getOrDefault(copy.ranking(), Set.of());
            if (!write(copy, token, List.copyOf(changed))) {
                log.warn(
                        "The copy of ranking {} is lost or behind: it is made anew",
                        copy.ranking());
                copies.drop(copy);
            } else if (!changed.isEmpty()) {
                copies.reached(copy, token);
            }
        }
        return changes.size();
    }

    /** What is lost or behind says so, even if nothing has changed. */
    private boolean write(Copy copy, long token, List<String> members) {
        if (members.isEmpty()) {
            byte[] reached = valkey.hget(copy.state(), "token".getBytes(UTF_8));
            return reached != null && Long.parseLong(new String(reached, UTF_8)) >= copy.token();
        }
        for (int from = 0; from < members.size(); from += A_SCRIPT) {
            List<String> some = members.subList(from, Math.min(members.size(), from + A_SCRIPT));
            Map<String, byte[]> heads = heads(copy.ranking(), some);
            List<byte[]> arguments = new ArrayList<>(2 * some.size() + 2);
            arguments.add(Long.toString(copy.token()).getBytes(UTF_8));
            arguments.add(Long.toString(token).getBytes(UTF_8));
            for (String member : some) {
                arguments.add(member.getBytes(UTF_8));
                arguments.add(heads.getOrDefault(member, NOWHERE));
            }
            if (!Long.valueOf(1).equals(valkey.eval(Scripts.SET, copy.keys(), arguments))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, byte[]> heads(int ranking, List<String> members) {
        Map<String, byte[]> heads = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM score
                        WHERE ranking = ? AND member = ANY (?)
                        """)
                .param(ranking)
                .param(members.toArray(String[]::new))
                .query(row -> {
                    heads.put(
                            row.getString("member"),
                            Packed.head(row.getLong("score"), reachedAt(row)));
                });
        return heads;
    }

    static @Nullable Instant reachedAt(ResultSet row) throws SQLException {
        OffsetDateTime reachedAt = row.getObject("reached_at", OffsetDateTime.class);
        return reachedAt.equals(OffsetDateTime.MAX) ? null : reachedAt.toInstant();
    }
}
