package dev.laurel.badges.credentials;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;

/** What badges stand for, by the programs' catalogues, in each program's first language. */
public final class Achievements {

    private final Catalogues catalogues;

    public Achievements(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    public Achievement of(String program, String badgeId) {
        Catalogue catalogue = catalogues.known(program);
        Badge badge = catalogue.badge(badgeId);
        String description = badge.description() == null ? badge.name() : badge.description();
        return new Achievement(
                program,
                catalogue.programName(),
                badgeId,
                badge.name(),
                description,
                badge.criteria() == null ? description : badge.criteria());
    }
}
