package dev.laurel.leaderboards.seals;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.scores.Book;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What is hashed of a sealed board: lines of JSON without spaces, each ended by a line feed, in
 * UTF-8; see docs/boards.md. The first says which board it is, each of the others is a place in
 * order. Texts are written as {@code jq -c} writes them. Used by one thread.
 */
public final class CanonicalForm {

    private static final String FORMAT = "laurel-board-1";

    private final Book book;
    private final MessageDigest digest;

    /**
     * @param book what counted
     * @param ties {@code first-to-reach} or {@code shared}
     */
    public CanonicalForm(Book book, String leaderboard, String period, String ties) {
        this.book = book;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        line(
                "["
                        + String.join(
                                ",",
                                text(FORMAT),
                                text(book.program()),
                                text(leaderboard),
                                text(period),
                                text(book.of()),
                                text(book.byTeam() ? "team" : "member"),
                                text(ties))
                        + "]");
    }

    /** Adds the next place. */
    public void add(Standing standing) {
        Instant reachedAt = standing.reachedAt();
        line(
                "[%d,%s,%s,%s]"
                        .formatted(
                                standing.rank(),
                                book.shown(standing.score()).toPlainString(),
                                reachedAt == null ? "null" : text(reachedAt.toString()),
                                text(standing.member())));
    }

    /** The hash of everything added, in hexadecimal; ends the use of this object. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void line(String line) {
        digest.update((line + "\n").getBytes(UTF_8));
    }

    static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u007f') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
