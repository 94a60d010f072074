package dev.laurel.badges.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The badges of one program, in its order. */
public final class Catalogue {

    private final String programName;
    private final Map<String, Badge> badges = new LinkedHashMap<>();

    /**
     * @param programName what people call the program
     */
    public Catalogue(String programName, List<Badge> badges) {
        this.programName = programName;
        badges.forEach(badge -> this.badges.put(badge.id(), badge));
    }

    public String programName() {
        return programName;
    }

    public Collection<Badge> badges() {
        return badges.values();
    }

    /** A badge that the program describes. */
    public Optional<Badge> find(String id) {
        return Optional.ofNullable(badges.get(id));
    }

    /** A badge by its id; one that was issued once but is described no more has its id as name. */
    public Badge badge(String id) {
        return badges.getOrDefault(id, Badge.withoutDescription(id));
    }
}
