package dev.laurel.scoring.spending;

/** What a till is told. */
public sealed interface Answer {

    /** It is done, or was done by the same request before. */
    record Done(Hold hold) implements Answer {}

    /**
     * The member has too few points.
     *
     * @param available how many can be spent
     */
    record TooFew(long available) implements Answer {}

    /** There is no such hold. */
    record Unknown() implements Answer {}

    /** The hold is not as it would have to be: its end can't be changed. */
    record Closed(Hold hold) implements Answer {}

    /**
     * More than there is.
     *
     * @param most how many points the request could be about
     */
    record TooMany(Hold hold, long most) implements Answer {}
}
