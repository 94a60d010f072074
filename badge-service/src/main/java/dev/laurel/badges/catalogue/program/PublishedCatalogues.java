package dev.laurel.badges.catalogue.program;

import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.programfeed.ProgramFeed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Catalogues as {@code laurel.programs} has them. */
@Component
class PublishedCatalogues implements Catalogues {

    private final ProgramFeed programs;

    PublishedCatalogues(ProgramFeed programs) {
        this.programs = programs;
    }

    @Override
    public Optional<Catalogue> of(String program, @Nullable String languages) {
        return programs.find(program)
                .map(version -> BadgesReader.read(program, version.document(), languages));
    }
}
