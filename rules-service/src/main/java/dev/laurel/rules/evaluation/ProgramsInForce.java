package dev.laurel.rules.evaluation;

/** The newest published version of every program, as far as this process knows. */
public interface ProgramsInForce {

    /** What is known about a program. */
    sealed interface Known {

        /** It can decide. */
        record Usable(ProgramInForce program) implements Known {}

        /**
         * It cannot.
         *
         * @param reason a sentence
         */
        record Unusable(String reason) implements Known {}
    }

    /** What is known about a program; asks for news first when there is nothing. */
    Known find(String program);

    /**
     * Waits until this process knows a version or a later one, if there is one.
     *
     * @return {@code false} when all published versions are known and it is not among them
     */
    boolean await(String program, int version);
}
