package dev.laurel.crm.vendor.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body of one request. The JDK's client repeats a GET by itself whose connection is cut before an
 * answer begins, and no setting of one client keeps it from that; but it asks for the length of the
 * body each time, and the second time is told that there is none.
 */
final class SentOnce implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicBoolean asked = new AtomicBoolean();

    SentOnce(BodyPublisher body) {
        this.body = body;
    }

    @Override
    public long contentLength() {
        if (asked.getAndSet(true)) {
            throw new IllegalStateException("The connection was cut before an answer began.");
        }
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
    }
}
