/** Program documents as text: JSON and YAML both ways, within limits, and the canonical form. */
@NullMarked
package dev.laurel.rules.programs.document;

import org.jspecify.annotations.NullMarked;
