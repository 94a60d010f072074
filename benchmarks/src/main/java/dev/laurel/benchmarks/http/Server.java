package dev.laurel.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server as seen from a client that keeps its connections: there are as many as there are
 * requests at the same time, up to {@value #MOST_CONNECTIONS}; further requests wait for their
 * turn. Requests block the calling thread. Thread-safe.
 */
public final class Server implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;

    private final URI address;
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS, true);
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * @param address scheme {@code http}, host and port
     */
    public Server(URI address) {
        this.address = address;
    }

    /** Asks for a path. */
    public Answer get(String path) throws IOException {
        return exchange("GET", path, null, new byte[0]);
    }

    /** Sends a body to a path; it has to be one that may arrive twice. */
    public Answer post(String path, String contentType, byte[] body) throws IOException {
        return exchange("POST", path, contentType, body);
    }

    /** Sends a body to a path. */
    public Answer put(String path, String contentType, byte[] body) throws IOException {
        return exchange("PUT", path, contentType, body);
    }

    private Answer exchange(String method, String path, @Nullable String contentType, byte[] body)
            throws IOException {
        byte[] request = request(method, path, contentType, body);
        connections.acquireUninterruptibly();
        try {
            return exchange(request);
        } finally {
            connections.release();
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        // A server closes connections that were idle for a while, possibly just now.
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            try {
                return exchange(kept, request);
            } catch (EOFException | SocketException e) {
                kept.close();
            }
        }
        return exchange(new Connection(address), request);
    }

    private Answer exchange(Connection connection, byte[] request) throws IOException {
        Answer answer = connection.exchange(request);
        if (connection.isReusable()) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
        return answer;
    }

    private byte[] request(String method, String path, @Nullable String contentType, byte[] body) {
        String head =
                "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(
                                method,
                                path,
                                address.getAuthority(),
                                body.length,
                                contentType == null ? "" : "Content-Type: " + contentType + "\r\n");
        byte[] headBytes = head.getBytes(ISO_8859_1);
        byte[] request = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(body, 0, request, headBytes.length, body.length);
        return request;
    }

    @Override
    public void close() throws IOException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }
}
