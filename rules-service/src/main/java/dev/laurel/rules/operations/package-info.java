/** What the operator's tools ask this service. */
@NullMarked
package dev.laurel.rules.operations;

import org.jspecify.annotations.NullMarked;
