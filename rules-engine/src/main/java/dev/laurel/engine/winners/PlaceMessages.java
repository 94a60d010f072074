package dev.laurel.engine.winners;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.challenges.PlaceRequest;
import dev.laurel.engine.events.BareEvents;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.winners.PlaceList.Head;
import dev.laurel.engine.winners.Ticket.Status;

/** Claims and news as bytes, on their way between members and lists, and what lists keep. */
public final class PlaceMessages {

    private static final int VERSION = 1;

    private PlaceMessages() {}

    public static byte[] encode(PlaceClaim claim) {
        ByteWriter out = new ByteWriter(VERSION).text(claim.member());
        write(claim.request().challenge(), out);
        out.unsigned(claim.request().nth())
                .unsigned(claim.request().places())
                .unsigned(claim.request().givenUp() ? 1 : 0);
        BareEvents.write(claim.event(), out);
        return out.toBytes();
    }

    /**
     * Reads a claim.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static PlaceClaim claim(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a claim to a place", VERSION);
        PlaceClaim claim =
                new PlaceClaim(
                        in.text(),
                        new PlaceRequest(readKey(in), in.count(), in.count(), in.count() == 1),
                        BareEvents.read(in));
        in.end();
        return claim;
    }

    public static byte[] encode(PlaceNews news) {
        ByteWriter out = new ByteWriter(VERSION).text(news.member());
        write(news.challenge(), out);
        out.unsigned(news.nth()).unsigned(news.places()).unsigned(news.won() ? 1 : 0);
        BareEvents.write(news.event(), out);
        return out.toBytes();
    }

    /**
     * Reads news.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static PlaceNews news(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "news of a place", VERSION);
        PlaceNews news =
                new PlaceNews(
                        in.text(),
                        readKey(in),
                        in.count(),
                        in.count(),
                        in.count() == 1,
                        BareEvents.read(in));
        in.end();
        return news;
    }

    public static byte[] encode(Ticket ticket) {
        return new ByteWriter(VERSION)
                .unsigned(ticket.nth())
                .unsigned(ticket.number())
                .unsigned(code(ticket.status()))
                .toBytes();
    }

    /**
     * Reads a ticket.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static Ticket ticket(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a ticket", VERSION);
        Ticket ticket =
                new Ticket(
                        in.count(), in.unsigned(), in.oneOf(Status.values(), PlaceMessages::code));
        in.end();
        return ticket;
    }

    public static byte[] encode(Head head) {
        return new ByteWriter(VERSION).unsigned(head.next()).unsigned(head.taken()).toBytes();
    }

    /**
     * Reads a head.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static Head head(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a list of who was first", VERSION);
        Head head = new Head(in.unsigned(), in.count());
        in.end();
        return head;
    }

    private static int code(Status status) {
        return switch (status) {
            case WAITING -> 0;
            case HELD -> 1;
            case GONE -> 2;
        };
    }

    private static void write(ChallengeKey key, ByteWriter out) {
        out.text(key.challenge()).signed(key.occurrence());
    }

    private static ChallengeKey readKey(ByteReader in) {
        return new ChallengeKey(in.text(), in.signed());
    }
}
