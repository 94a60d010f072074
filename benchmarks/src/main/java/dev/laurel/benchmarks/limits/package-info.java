/** What broker and database do with the same bytes when nothing else is asked of them. */
@NullMarked
package dev.laurel.benchmarks.limits;

import org.jspecify.annotations.NullMarked;
