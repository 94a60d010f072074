package dev.laurel.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What a server answered. */
public final class Answer {

    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
        this.status = status;
        this.body = body.clone();
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The whole body. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    /** Status and the beginning of the body, for messages. */
    @Override
    public String toString() {
        String text = new String(body, UTF_8);
        return status + ": " + (text.length() <= 300 ? text : text.substring(0, 300) + "…");
    }
}
