/** Tests. */
@NullMarked
package dev.laurel.scoring.integrity.jdbc;

import org.jspecify.annotations.NullMarked;
