package dev.laurel.members.registry;

/** What texts may be made of. */
final class Texts {

    private Texts() {}

    /** Up to that many characters, none of them a control character or half of one. */
    static boolean isPlain(String text, int maxLength) {
        return text.length() <= maxLength
                && text.codePoints()
                        .noneMatch(it ->
                                Character.isISOControl(it)
                                        || Character.getType(it) == Character.SURROGATE);
    }
}
