package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read, and throws {@link CommonProblem#TOO_LARGE} behind the limit. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream in;
    private final long limit;
    private long count;

    LimitedBody(ServletInputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    static Problem tooLarge(long limit, String actual) {
        return new Problem(
                CommonProblem.TOO_LARGE,
                "Expected a body of at most %d bytes, but it has %s.".formatted(limit, actual));
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }

    private void add(int read) {
        count += read;
        if (count > limit) {
            throw tooLarge(limit, "more");
        }
    }
}
