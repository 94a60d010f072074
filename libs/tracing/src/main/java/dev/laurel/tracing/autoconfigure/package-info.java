/** Traces by Micrometer and OpenTelemetry, as the configuration wants them. */
@NullMarked
package dev.laurel.tracing.autoconfigure;

import org.jspecify.annotations.NullMarked;
