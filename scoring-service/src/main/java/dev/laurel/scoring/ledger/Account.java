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

    /**
     * What a member will be able to use: credited when points are given that are not active yet.
     */
    record Pending() implements Account {

        @Override
        public String id() {
            return "pending";
        }
    }

    /** What members could have used in time. */
    record Expired() implements Account {

        @Override
        public String id() {
            return "expired";
        }
    }

    /**
     * What an exchange took of this wallet: credited; or gave in it: debited.
     *
     * @param exchange its id in the program
     */
    record Exchanged(String exchange) implements Account {

        @Override
        public String id() {
            return "exchanged:" + exchange;
        }
    }

    /** What should have been taken of members who keep it: debited, so never above zero. */
    record Uncollected() implements Account {

        @Override
        public String id() {
            return "uncollected";
        }
    }

    /** What should have been taken and was given up: debited, so never above zero. */
    record WrittenOff() implements Account {

        @Override
        public String id() {
            return "written-off";
        }
    }
}
