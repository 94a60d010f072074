package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings.Place;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.boards.Vicinity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** Reads copies, each answer at one moment of its copy. */
final class CopyReader {

    private final UnifiedJedis valkey;

    CopyReader(UnifiedJedis valkey) {
        this.valkey = valkey;
    }

    /** That a copy is not what it is taken for: PostgreSQL has to be asked. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost(Copy copy) {
            super("Expected the copy %s, but it is lost or behind.".formatted(copy));
        }
    }

    List<Standing> from(Copy copy, Ties ties, long position, int limit) {
        return standings(ask(copy, Scripts.FROM, number(position - 1), number(limit)), ties);
    }

    List<Standing> behind(Copy copy, Ties ties, Place place, int limit) {
        return standings(ask(copy, Scripts.BEHIND, Packed.place(place), number(limit)), ties);
    }

    Optional<Vicinity> around(Copy copy, Ties ties, String member, int neighbours) {
        List<?> answer = ask(copy, Scripts.AROUND, member.getBytes(UTF_8), number(neighbours));
        if (answer.size() == 1) {
            return Optional.empty();
        }
        List<Standing> standings = standings(answer, ties);
        int own = Math.toIntExact(number(answer, 5) - number(answer, 1));
        return Optional.of(new Vicinity(standings.get(own), standings, number(answer, 2)));
    }

    /** Those of the members who have a place, in order, each with the rank 0. */
    List<Standing> places(Copy copy, List<String> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        require(copy, valkey.hget(copy.state(), "token".getBytes(UTF_8)));
        byte[][] names =
                members.stream().map(member -> member.getBytes(UTF_8)).toArray(byte[][]::new);
        List<byte[]> heads = valkey.hmget(copy.heads(), names);
        List<byte[]> places = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            byte[] head = heads.get(i);
            if (head != null) {
                byte[] place = Arrays.copyOf(head, head.length + names[i].length);
                System.arraycopy(names[i], 0, place, head.length, names[i].length);
                places.add(place);
            }
        }
        places.sort(Arrays::compareUnsigned);
        return places.stream().map(place -> Packed.read(place, 0)).toList();
    }

    private List<?> ask(Copy copy, byte[] script, byte[]... arguments) {
        Object answer = valkey.eval(script, copy.keys(), List.of(arguments));
        if (answer instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof byte[] it) {
            require(copy, it);
            return list;
        }
        throw new Lost(copy);
    }

    private static void require(Copy copy, byte @Nullable [] token) {
        if (token == null || Long.parseLong(new String(token, UTF_8)) < copy.token()) {
            throw new Lost(copy);
        }
    }

    private static List<Standing> standings(List<?> answer, Ties ties) {
        long position = number(answer, 1) + 1;
        long higher = number(answer, 3);
        List<?> rows = (List<?>) answer.get(4);
        List<Standing> standings = new ArrayList<>(rows.size());
        for (Object row : rows) {
            standings.add(Packed.read((byte[]) row, position + standings.size()));
        }
        return ranked(standings, ties, higher);
    }

    /**
     * @param standings each with its position as its rank
     * @param higher how many have more than the first of them
     */
    static List<Standing> ranked(List<Standing> standings, Ties ties, long higher) {
        return switch (ties) {
            case FIRST_TO_REACH -> standings;
            case SHARED -> shared(standings, higher);
        };
    }

    private static List<Standing> shared(List<Standing> standings, long higher) {
        List<Standing> shared = new ArrayList<>(standings.size());
        long rank = 1 + higher;
        for (Standing each : standings) {
            if (!shared.isEmpty() && shared.getLast().score() != each.score()) {
                rank = each.rank();
            }
            shared.add(new Standing(rank, each.member(), each.score(), each.reachedAt()));
        }
        return shared;
    }

    private static long number(List<?> answer, int index) {
        return (Long) answer.get(index);
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
