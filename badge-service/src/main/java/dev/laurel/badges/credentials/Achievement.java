package dev.laurel.badges.credentials;

/**
 * What a badge stands for, in the words of the program.
 *
 * @param program id of the program
 * @param programName what people call the program
 * @param badge id of the badge
 * @param name what people call the badge
 * @param description what it is
 * @param criteria what one has to do for it
 */
public record Achievement(
        String program,
        String programName,
        String badge,
        String name,
        String description,
        String criteria) {}
