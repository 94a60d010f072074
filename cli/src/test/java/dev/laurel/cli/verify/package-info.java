/** Tests. */
@NullMarked
package dev.laurel.cli.verify;

import org.jspecify.annotations.NullMarked;
