package dev.laurel.scoring.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.lots.Flow;
import dev.laurel.scoring.lots.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes postings of flows. */
final class Postings {

    private static final String TERM = "term";

    private Postings() {}

    /** A posting without its place in the ledger. */
    record Line(
            UUID id,
            String wallet,
            Account debit,
            Account credit,
            long amount,
            Cause cause,
            Origin origin,
            @Nullable String team) {

        Posting posting(Member member, int stripe, long sequence, Balance after, Instant now) {
            return new Posting(
                    id, member, stripe, sequence, wallet, debit, credit, amount, after, cause,
                    origin, now, team);
        }
    }

    /** Of what is due in a wallet. */
    static Line ofTerm(Flow flow, String wallet, ZoneId zone) {
        Flow.Step step = step(flow);
        Origin origin =
                new Origin(
                        null,
                        null,
                        false,
                        "urn:laurel:lot",
                        step.lot().toString(),
                        flow.at(),
                        LocalDate.ofInstant(flow.at(), zone),
                        step.channel());
        return line(step, flow, wallet, origin);
    }

    /**
     * Of what is asked for.
     *
     * @param number of the flows of the move before this one that are not of a term
     */
    static Line ofMove(Flow flow, Move move, int number, Origin origin, ZoneId zone) {
        Origin own = flow.at().equals(origin.time()) ? origin : origin.at(flow.at(), zone);
        if (flow.step() != null) {
            return line(flow.step(), flow, move.wallet(), own.through(flow.step().channel()));
        }
        return new Line(
                number == 0 ? move.effect() : named(move.effect() + "/" + number),
                move.wallet(),
                account(flow.from(), move.cause()),
                account(flow.to(), move.cause()),
                flow.points(),
                move.cause(),
                own,
                move.team());
    }

    private static Line line(Flow.Step step, Flow flow, String wallet, Origin origin) {
        Cause cause = new Cause(TERM, step.kind().name().toLowerCase(Locale.ROOT));
        return new Line(
                named(step.lot() + "/" + step.number()),
                wallet,
                account(flow.from(), cause),
                account(flow.to(), cause),
                flow.points(),
                cause,
                origin,
                null);
    }

    private static Flow.Step step(Flow flow) {
        if (flow.step() == null) {
            throw new IllegalArgumentException(
                    "Expected what a term leads to, but it was %s.".formatted(flow));
        }
        return flow.step();
    }

    private static Account account(Side side, Cause cause) {
        return switch (side) {
            case ISSUANCE -> new Account.Issuance(cause);
            case PENDING -> new Account.Pending();
            case AVAILABLE -> new Account.OfMember();
            case HELD -> new Account.Held();
            case SPENT -> new Account.Spent();
            case EXCHANGED -> new Account.Exchanged(cause.id());
            case EXPIRED -> new Account.Expired();
            case UNCOLLECTED -> new Account.Uncollected();
            case WRITTEN_OFF -> new Account.WrittenOff();
        };
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
