package dev.laurel.sandbox.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Contacts in memory. Values are what the vendor keeps, by the field's name; what is set to {@code
 * ""} is gone. Safe for concurrent use.
 */
public final class Contacts {

    private final LongFunction<String> ids;
    private final Map<String, Contact> byId = new TreeMap<>();
    private final Map<String, Map<String, String>> unique = new HashMap<>();
    private final Set<String> caseSensitive = new HashSet<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private LongSupplier millis = System::currentTimeMillis;
    private long sequence;

    /**
     * @param ids makes the id of the n-th contact
     * @param unique fields of which no two contacts have the same value, from the beginning
     */
    public Contacts(LongFunction<String> ids, List<String> unique) {
        this.ids = ids;
        unique.forEach(this::makeUnique);
    }

    /**
     * A contact.
     *
     * @param values by field
     * @param changes how often it was written
     * @param modifiedMillis when it was written last
     */
    public record Contact(
            String id, Map<String, String> values, long changes, long modifiedMillis) {

        public String value(String field) {
            return values.getOrDefault(field, "");
        }
    }

    /** Who changes a contact. */
    public enum Author {
        /** People in the CRM, and their automations. */
        PEOPLE,
        /** Whoever calls the vendor's interface. */
        INTEGRATION
    }

    /**
     * A contact that was made, changed or deleted.
     *
     * @param values those that are different now
     * @param after {@code null} when it is gone
     */
    public record Change(
            String id, Map<String, String> values, Author author, @Nullable Contact after) {}

    /** Another contact has a value that has to be unique. */
    public static final class Taken extends Exception {

        private final String field;
        private final String holder;

        private Taken(String field, String holder) {
            super(field + " is taken by " + holder);
            this.field = field;
            this.holder = holder;
        }

        public String field() {
            return field;
        }

        /** Id of the contact that has the value. */
        public String holder() {
            return holder;
        }
    }

    /** From now on that is told of every change, in order; it must not take long. */
    public synchronized void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** The clock by which contacts are changed from now on, in milliseconds. */
    public synchronized void clock(LongSupplier clock) {
        this.millis = clock;
    }

    public synchronized void makeUnique(String field) {
        if (!unique.containsKey(field)) {
            Map<String, String> holders = new HashMap<>();
            for (Contact each : byId.values()) {
                if (!each.value(field).isEmpty()) {
                    holders.put(folded(field, each.value(field)), each.id());
                }
            }
            unique.put(field, holders);
        }
    }

    /** So that values which differ in case only are different. */
    public synchronized void makeUniqueByCase(String field) {
        caseSensitive.add(field);
        makeUnique(field);
    }

    public synchronized boolean isUnique(String field) {
        return unique.containsKey(field);
    }

    /** People make a contact. */
    public Contact create(Map<String, String> values) throws Taken {
        return create(values, Author.PEOPLE);
    }

    public synchronized Contact create(Map<String, String> values, Author author) throws Taken {
        String id = ids.apply(sequence + 1);
        requireFree(id, values);
        sequence++;
        Contact contact = new Contact(id, Map.of(), 0, millis.getAsLong());
        byId.put(id, contact);
        return write(contact, values, author);
    }

    /** People change a contact that is there. */
    public Optional<Contact> update(String id, Map<String, String> values) throws Taken {
        return update(id, values, Author.PEOPLE);
    }

    /** Changes a contact that is there. */
    public synchronized Optional<Contact> update(
            String id, Map<String, String> values, Author author) throws Taken {
        Contact before = byId.get(id);
        if (before == null) {
            return Optional.empty();
        }
        requireFree(id, values);
        return Optional.of(write(before, values, author));
    }

    public synchronized Optional<Contact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<Contact> findUnique(String field, String value) {
        return Optional.ofNullable(unique.getOrDefault(field, Map.of()).get(folded(field, value)))
                .map(byId::get);
    }

    /** All that have the value, whatever its case. */
    public synchronized List<Contact> findAll(String field, String value) {
        return byId.values().stream()
                .filter(it -> folded(field, it.value(field)).equals(folded(field, value)))
                .toList();
    }

    public synchronized void delete(String id) {
        Contact gone = byId.remove(id);
        if (gone != null) {
            unique.forEach(
                    (field, holders) -> holders.remove(folded(field, gone.value(field)), id));
            listeners.forEach(it -> it.accept(new Change(id, Map.of(), Author.PEOPLE, null)));
        }
    }

    public synchronized List<Contact> all() {
        return new ArrayList<>(byId.values());
    }

    public synchronized int size() {
        return byId.size();
    }

    private void requireFree(String id, Map<String, String> values) throws Taken {
        for (Map.Entry<String, Map<String, String>> each : unique.entrySet()) {
            String value = values.getOrDefault(each.getKey(), "");
            String holder =
                    value.isEmpty() ? null : each.getValue().get(folded(each.getKey(), value));
            if (holder != null && !holder.equals(id)) {
                throw new Taken(each.getKey(), holder);
            }
        }
    }

    private Contact write(Contact before, Map<String, String> values, Author author) {
        Map<String, String> merged = new LinkedHashMap<>(before.values());
        values.forEach((field, value) -> {
            Map<String, String> holders = unique.get(field);
            if (holders != null) {
                holders.remove(folded(field, before.value(field)), before.id());
                if (!value.isEmpty()) {
                    holders.put(folded(field, value), before.id());
                }
            }
            if (value.isEmpty()) {
                merged.remove(field);
            } else {
                merged.put(field, value);
            }
        });
        Contact after =
                new Contact(
                        before.id(),
                        Map.copyOf(merged),
                        before.changes() + 1,
                        Math.max(before.modifiedMillis(), millis.getAsLong()));
        byId.put(before.id(), after);
        Map<String, String> changed = new TreeMap<>(values);
        changed.keySet().removeIf(it -> before.value(it).equals(after.value(it)));
        listeners.forEach(it -> it.accept(new Change(before.id(), changed, author, after)));
        return after;
    }

    /** Contacts by one of their fields. */
    public synchronized Map<String, Contact> by(Function<Contact, String> field) {
        Map<String, Contact> found = new TreeMap<>();
        Collection<Contact> contacts = byId.values();
        contacts.forEach(it -> found.put(field.apply(it), it));
        return found;
    }

    private String folded(String field, String value) {
        return caseSensitive.contains(field) ? value : value.toLowerCase(Locale.ROOT);
    }
}
