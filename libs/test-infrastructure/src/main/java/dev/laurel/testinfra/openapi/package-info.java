/** Holds a service's HTTP mappings against its OpenAPI document. */
@NullMarked
package dev.laurel.testinfra.openapi;

import org.jspecify.annotations.NullMarked;
