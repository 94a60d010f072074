package dev.laurel.scoring.ledger;

/**
 * Who points are booked for.
 *
 * @param program the program's id
 * @param id the member id that the shop chose
 */
public record Member(String program, String id) {

    private static final int LONGEST_ID = 200;

    /** Whether a text can be a member id. */
    public static boolean isId(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && text.chars().noneMatch(Character::isISOControl);
    }
}
