/** The platform as a whole: what comes out for what went in, and what a crash changes (nothing). */
@NullMarked
package dev.laurel.standalone.endtoend;

import org.jspecify.annotations.NullMarked;
