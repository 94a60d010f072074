package dev.laurel.crm.inbound;

import dev.laurel.crm.vendor.Place;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import of what changed in a CRM: first of contacts, then of purchases.
 *
 * @param number counts the connection's imports, from 1
 * @param place where the next page of the stage begins
 * @param contacts that came so far; who came twice counts twice
 * @param contactsSeen up to when contacts have come, with this import and those before it
 */
public record ImportRun(
        long number,
        State state,
        Stage stage,
        Place place,
        long contacts,
        long purchases,
        Instant contactsSeen,
        Instant purchasesSeen,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /**
     * How far an import goes back behind the end of the one before: searches lag, and records of a
     * long transaction appear with the time at which it began.
     */
    public static final Duration OVERLAP = Duration.ofMinutes(2);

    /** How it stands. */
    public enum State {
        RUNNING,
        ENDED,
        CANCELLED
    }

    /** What comes. */
    public enum Stage {
        CONTACTS,
        PURCHASES
    }

    /** After a page of contacts. */
    ImportRun afterContacts(int records, Place next) {
        return new ImportRun(
                number,
                state,
                stage,
                next,
                contacts + records,
                purchases,
                contactsSeen,
                purchasesSeen,
                startedAt,
                endedAt);
    }

    /** After a page of purchases. */
    ImportRun afterPurchases(int records, Place next) {
        return new ImportRun(
                number,
                state,
                stage,
                next,
                contacts,
                purchases + records,
                contactsSeen,
                purchasesSeen,
                startedAt,
                endedAt);
    }

    /** With all contacts, and at the first of the purchases. */
    ImportRun withAllContacts(Place first) {
        return new ImportRun(
                number,
                state,
                Stage.PURCHASES,
                first,
                contacts,
                purchases,
                later(contactsSeen),
                purchasesSeen,
                startedAt,
                endedAt);
    }

    /** With everything. */
    ImportRun ended(Instant now) {
        boolean withPurchases = stage == Stage.PURCHASES;
        return new ImportRun(
                number,
                State.ENDED,
                stage,
                place,
                contacts,
                purchases,
                withPurchases ? contactsSeen : later(contactsSeen),
                withPurchases ? later(purchasesSeen) : purchasesSeen,
                startedAt,
                now);
    }

    private Instant later(Instant seen) {
        return seen.isAfter(place.modified()) ? seen : place.modified();
    }
}
