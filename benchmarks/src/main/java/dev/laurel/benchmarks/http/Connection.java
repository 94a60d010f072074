package dev.laurel.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** One connection, used for one request at a time. */
final class Connection implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

    private final Socket socket;
    private final InputStream in;
    private boolean reusable = true;

    Connection(URI server) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(ANSWER_WITHIN.toMillis()));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whether another request may follow. */
    boolean isReusable() {
        return reusable;
    }

    /**
     * @throws EOFException if the server had closed the connection before
     */
    Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String[] statusLine = line().split(" ", 3);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> reusable = !value.equals("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        return new Answer(Integer.parseInt(statusLine[1]), body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Expected an answer, but the connection was closed.");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
