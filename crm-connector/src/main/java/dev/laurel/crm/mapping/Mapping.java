package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a connection writes.
 *
 * @param key the CRM's field for the member's id, unique there
 * @param fields the others, each target once
 */
public record Mapping(String key, List<MappedField> fields) {

    public Mapping {
        fields = List.copyOf(fields);
    }

    /** What the fields of a member's record are to be, by target. */
    public Map<String, String> snapshot(Profile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(it -> values.put(it.target(), it.field().text(profile)));
        return values;
    }

    /**
     * The values that differ from those that are known to be there; none when nothing of it is
     * worth a call.
     */
    public List<FieldValue> changes(Profile profile, Map<String, String> known) {
        List<FieldValue> changes = new ArrayList<>();
        boolean news = false;
        for (MappedField each : fields) {
            String value = each.field().text(profile);
            if (!value.equals(known.get(each.target()))) {
                changes.add(new FieldValue(each.target(), each.field().type(), value));
                news |= each.field().isNews();
            }
        }
        return news ? changes : List.of();
    }

    /** All fields without a value, the key too. */
    public List<FieldValue> nothing() {
        List<FieldValue> all = new ArrayList<>();
        all.add(new FieldValue(key, FieldType.TEXT, ""));
        fields.forEach(it -> all.add(new FieldValue(it.target(), it.field().type(), "")));
        return all;
    }

    /** All values, and the key in front of them. */
    public List<FieldValue> everything(Profile profile) {
        List<FieldValue> all = new ArrayList<>();
        all.add(new FieldValue(key, FieldType.TEXT, profile.member().id()));
        fields.forEach(it ->
                all.add(new FieldValue(it.target(), it.field().type(), it.field().text(profile))));
        return all;
    }
}
