package dev.laurel.badges.artwork;

/**
 * A picture of a badge that is safe to show anywhere.
 *
 * @param svg without XML declaration, scripts and references to anything outside of it
 */
public record Artwork(String svg) {

    static final String START = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    public Artwork {
        if (!svg.startsWith(START)) {
            throw new IllegalArgumentException(
                    "Expected a picture that starts with '%s', but it does not.".formatted(START));
        }
    }

    /**
     * The picture with a credential in it (Open Badges 3.0, section 5.3.2.1).
     *
     * @param jwt the credential as a compact JSON Web Signature
     */
    public String baked(String jwt) {
        int end = svg.indexOf('>');
        boolean empty = svg.charAt(end - 1) == '/';
        String start = svg.substring(START.length(), empty ? end - 1 : end);
        return START
                + " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
                + start
                + "><openbadges:credential verify=\""
                + jwt
                + "\"></openbadges:credential>"
                + (empty ? "</svg>" : svg.substring(end + 1));
    }
}
