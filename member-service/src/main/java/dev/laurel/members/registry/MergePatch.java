package dev.laurel.members.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch, RFC 7396, over JSON as maps, lists and values. */
public final class MergePatch {

    private MergePatch() {}

    /** The target after the patch; a {@code null} in the patch removes the member it stands at. */
    public static Map<String, @Nullable Object> apply(
            Map<String, ? extends @Nullable Object> target,
            Map<String, ? extends @Nullable Object> patch) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(target);
        patch.forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else if (value instanceof Map<?, ?> object) {
                result.put(name, apply(object(result.get(name)), object(object)));
            } else {
                result.put(name, value);
            }
        });
        return result;
    }

    /** As the RFC has it, what is no object counts as an empty one. */
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> object.put(String.valueOf(name), inner));
        }
        return object;
    }
}
