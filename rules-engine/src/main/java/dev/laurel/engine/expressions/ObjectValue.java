package dev.laurel.engine.expressions;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as expressions read it: fields by slot, those of JSON converted when first read. For
 * one thread.
 */
@SuppressWarnings("Immutable") // what is read never changes, slots only remember it
public final class ObjectValue extends StructValue<String, ObjectValue> {

    private final ObjectShape shape;
    private final @Nullable Object[] slots;
    private final Map<String, Object> json;

    private ObjectValue(ObjectShape shape, @Nullable Object[] slots, Map<String, Object> json) {
        this.shape = shape;
        this.slots = slots;
        this.json = json;
    }

    /** An object with its values in the order of the shape's fields: String, Instant, Long, … */
    public static ObjectValue of(ObjectShape shape, @Nullable Object... values) {
        return new ObjectValue(shape, values, Map.of());
    }

    /** An object of JSON values. */
    public static ObjectValue json(ObjectShape shape, Map<String, Object> json) {
        return new ObjectValue(shape, new Object[shape.fields().size()], json);
    }

    @Override
    public Object select(String field) {
        Object value = read(field);
        if (value == null) {
            throw CelAttributeNotFoundException.of("'" + field + "' is missing");
        }
        return JsonValues.deep(value);
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.ofNullable(read(field)).map(JsonValues::deep);
    }

    private @Nullable Object read(String name) {
        int slot = shape.slot(name);
        return slot < 0 ? null : at(slot);
    }

    /**
     * The value in a slot of the shape, {@code null} when it is missing; lists as JSON has them.
     */
    @Nullable Object at(int slot) {
        Object value = slots[slot];
        return value == null ? convert(shape.fields().get(slot), slot) : value;
    }

    private @Nullable Object convert(ObjectShape.Field field, int slot) {
        Object raw = json.get(field.name());
        if (raw == null || field.json() == null) {
            return null;
        }
        Object value = field.json().read(raw);
        if (value == null) {
            throw CelAttributeNotFoundException.of(
                    "'%s' is not of type %s".formatted(field.name(), field.json().word()));
        }
        slots[slot] = value;
        return value;
    }

    @Override
    public ObjectValue value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return shape.type();
    }
}
