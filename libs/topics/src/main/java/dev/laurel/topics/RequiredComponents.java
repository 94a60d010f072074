package dev.laurel.topics;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Makes every record component required that is not {@code @Nullable}, so that a record with a hole
 * is refused where it is read and not where the hole is stepped into; passes over everything else.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return isRequired(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    /** Or else what a record lacks is copied before it is thrown away. */
    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
            MapperConfig<?> config, Annotated annotated) {
        return JsonIgnoreProperties.Value.forIgnoreUnknown(true);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    private static boolean isRequired(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return false;
        }
        RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
        // Other constructors and factory methods have parameters of their own.
        if (components == null
                || parameter.getOwner().getParameterCount() != components.length
                || components[parameter.getIndex()].getType() != parameter.getRawType()) {
            return false;
        }
        return !components[parameter.getIndex()]
                .getAnnotatedType()
                .isAnnotationPresent(Nullable.class);
    }
}
