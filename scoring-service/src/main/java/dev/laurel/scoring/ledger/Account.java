package dev.laurel.scoring.ledger;

/** One side of a posting. Its balance is the sum of its credits less the sum of its debits. */
public sealed interface Account {

    /** The account's id in the ledger. */
    String id();

    /** What a member has: credited when points are given. */
    record OfMember() implements Account {

        @Override
        public String id() {
            return "member";
        }
    }

    /** What a member has reserved: credited when points are held. */
    record Held() implements Account {

        @Override
        public String id() {
            return "held";
        }
    }

    /** What members have spent. */
    record Spent() implements Account {

        @Override
        public String id() {
            return "spent";
        }
    }

    /**
     * What a mechanic has issued: debited when points are given, so never above zero unless it has
     * taken more than it gave.
     *
     * @param cause the mechanic
     */
    record Issuance(Cause cause) implements Account {

        @Override
        public String id() {
            return "issuance:" + cause;
        }
    }
}
