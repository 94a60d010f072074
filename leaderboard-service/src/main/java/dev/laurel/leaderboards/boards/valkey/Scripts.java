package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What Valkey does at once, with nobody in between. Their keys are those of {@link Copy}. */
final class Scripts {

    /**
     * Sets members' places, or removes them; absolute, so once more is harmless. Arguments: the
     * token that the copy must have reached, the token that it gets, then a member and a head each,
     * an empty head for who leaves. Answers 0 where the copy is lost or behind, or somebody has
     * brought it further.
     */
    static final byte[] SET =
            text(
                    """
                    local token = tonumber(redis.call('HGET', KEYS[1], 'token') or '-1')
                    if token < tonumber(ARGV[1]) or token > tonumber(ARGV[2]) then return 0 end
                    redis.call('HSET', KEYS[1], 'token', ARGV[2])
                    for i = 3, #ARGV, 2 do
                      local member, head = ARGV[i], ARGV[i + 1]
                      local old = redis.call('HGET', KEYS[3], member)
                      if old ~= head then
                        if old then redis.call('ZREM', KEYS[2], old .. member) end
                        if head == '' then
                          redis.call('HDEL', KEYS[3], member)
                        else
                          redis.call('ZADD', KEYS[2], 0, head .. member)
                          redis.call('HSET', KEYS[3], member, head)
                        end
                      end
                    end
                    return 1
                    """);

    private static final String RANGE =
            """
            local function range(first, last)
              local rows = redis.call('ZRANGE', KEYS[2], first, last)
              local higher = 0
              if #rows > 0 then
                higher = redis.call('ZLEXCOUNT', KEYS[2], '-', '(' .. string.sub(rows[1], 1, 8))
              end
              return {token, first, redis.call('ZCARD', KEYS[2]), higher, rows}
            end
            """;

    private static final String TOKEN =
            """
            local token = redis.call('HGET', KEYS[1], 'token')
            if not token then return {} end
            """;

    /**
     * A member's place and those next to it. Arguments: member, how many on each side. Each of the
     * ranges answers token, index of the first, size, how many have more than the first, and the
     * places; nothing where the copy is lost. Here the member's own index comes last, and without a
     * place there is but the token.
     */
    static final byte[] AROUND =
            text(
                    TOKEN
                            + RANGE
                            + """
                            local head = redis.call('HGET', KEYS[3], ARGV[1])
                            if not head then return {token} end
                            local own = redis.call('ZRANK', KEYS[2], head .. ARGV[1])
                            local n = tonumber(ARGV[2])
                            local found = range(math.max(0, own - n), own + n)
                            found[6] = own
                            return found
                            """);

    /** Places from an index on. Arguments: index, how many. */
    static final byte[] FROM =
            text(
                    TOKEN
                            + RANGE
                            + """
                            local first = tonumber(ARGV[1])
                            return range(first, first + tonumber(ARGV[2]) - 1)
                            """);

    /** Places behind one. Arguments: the place, how many. */
    static final byte[] BEHIND =
            text(
                    TOKEN
                            + RANGE
                            + """
                            local first = redis.call('ZLEXCOUNT', KEYS[2], '-', '[' .. ARGV[1])
                            return range(first, first + tonumber(ARGV[2]) - 1)
                            """);

    private Scripts() {}

    private static byte[] text(String script) {
        return script.getBytes(UTF_8);
    }
}
