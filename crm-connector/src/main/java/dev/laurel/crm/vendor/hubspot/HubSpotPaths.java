package dev.laurel.crm.vendor.hubspot;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where things are: a version of HubSpot's interface is a set of paths and not a part of them.
 *
 * @param contacts of objects of the kind contact
 * @param properties of the properties of contacts
 * @param deals of objects of the kind deal
 * @param dealContacts of the associations of deals with contacts
 */
record HubSpotPaths(String contacts, String properties, String deals, String dealContacts) {

    private static final Map<String, HubSpotPaths> BY_VERSION =
            new TreeMap<>(
                    Map.of(
                            "v3",
                            new HubSpotPaths(
                                    "/crm/v3/objects/contacts",
                                    "/crm/v3/properties/contacts",
                                    "/crm/v3/objects/deals",
                                    "/crm/v3/associations/deals/contacts"),
                            "2026-03",
                            new HubSpotPaths(
                                    "/crm/objects/2026-03/contacts",
                                    "/crm/properties/2026-03/contacts",
                                    "/crm/objects/2026-03/deals",
                                    "/crm/associations/2026-03/deals/contacts"),
                            "2026-09",
                            new HubSpotPaths(
                                    "/crm/objects/2026-09/contacts",
                                    "/crm/properties/2026-09/contacts",
                                    "/crm/objects/2026-09/deals",
                                    "/crm/associations/2026-09/deals/contacts")));

    static Optional<HubSpotPaths> of(String version) {
        return Optional.ofNullable(BY_VERSION.get(version));
    }

    static Set<String> versions() {
        return BY_VERSION.keySet();
    }
}
