package dev.laurel.scoring.crashes;

/** A process that ends leaves no exception behind that anybody could deal with. */
final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed(String before) {
        super("Killed before " + before, null, false, false);
    }
}
