package dev.laurel.members.registry.jdbc;

import java.util.Map;

/** The form in which {@code contact.crm_ids} is kept. */
record CrmIds(Map<String, String> ids) {}
