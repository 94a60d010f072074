package dev.laurel.engine.expressions;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of an object that expressions can read, with their types. Immutable. */
public final class ObjectShape {

    private final StructType type;
    private final List<Field> fields;
    private final Map<String, Integer> slots;

    private ObjectShape(String name, List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.slots = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            slots.put(fields.get(i).name(), i);
        }
        ImmutableMap<String, CelType> types =
                fields.stream().collect(ImmutableMap.toImmutableMap(Field::name, Field::type));
        this.type =
                StructType.create(
                        name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    /**
     * Builds a shape.
     *
     * @param name a name that is unique within the vocabulary it is for
     */
    public static ObjectShape of(String name, Consumer<Builder> fields) {
        Builder builder = new Builder();
        fields.accept(builder);
        return new ObjectShape("laurel." + name, builder.fields);
    }

    StructType type() {
        return type;
    }

    List<Field> fields() {
        return fields;
    }

    int slot(String name) {
        Integer slot = slots.get(name);
        return slot == null ? -1 : slot;
    }

    /**
     * A field.
     *
     * @param json how its value is read from JSON, {@code null} when it is given ready
     * @param object the shape of its value when that is an object
     */
    record Field(
            String name,
            CelType type,
            boolean optional,
            @Nullable FieldType json,
            @Nullable ObjectShape object) {}

    /** Collects the fields of a shape. */
    public static final class Builder {

        private final List<Field> fields = new ArrayList<>();

        private Builder() {}

        /** A field of an event's data. */
        public Builder json(String name, FieldType type, boolean optional) {
            fields.add(new Field(name, type.type(), optional, type, null));
            return this;
        }

        public Builder text(String name) {
            return ready(name, SimpleType.STRING);
        }

        public Builder instant(String name) {
            return ready(name, SimpleType.TIMESTAMP);
        }

        public Builder whole(String name) {
            return ready(name, SimpleType.INT);
        }

        public Builder number(String name) {
            return ready(name, SimpleType.DOUBLE);
        }

        public Builder texts(String name) {
            return ready(name, ListType.create(SimpleType.STRING));
        }

        public Builder map(String name) {
            return ready(name, MapType.create(SimpleType.STRING, SimpleType.DYN));
        }

        public Builder object(String name, ObjectShape shape) {
            fields.add(new Field(name, shape.type(), false, null, shape));
            return this;
        }

        private Builder ready(String name, CelType type) {
            fields.add(new Field(name, type, false, null, null));
            return this;
        }
    }
}
