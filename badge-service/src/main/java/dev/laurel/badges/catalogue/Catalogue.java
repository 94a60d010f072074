package dev.laurel.badges.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The badges of one program, in its order. */
public final class Catalogue {

    private final Map<String, Badge> badges = new LinkedHashMap<>();

    public Catalogue(List<Badge> badges) {
        badges.forEach(badge -> this.badges.put(badge.id(), badge));
    }

    public Collection<Badge> badges() {
        return badges.values();
    }

    /** A badge by its id; one that was issued once but is described no more has its id as name. */
    public Badge badge(String id) {
        return badges.getOrDefault(id, Badge.withoutDescription(id));
    }
}
