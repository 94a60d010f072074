package dev.laurel.engine.expressions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import java.util.List;
import java.util.Optional;

/** The shapes of a vocabulary as CEL looks them up: by type name. */
final class ShapeTypes implements CelTypeProvider {

    private final ImmutableMap<String, CelType> types;

    ShapeTypes(List<ObjectShape> shapes) {
        this.types =
                shapes.stream()
                        .map(ObjectShape::type)
                        .collect(ImmutableMap.toImmutableMap(CelType::name, type -> type));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
