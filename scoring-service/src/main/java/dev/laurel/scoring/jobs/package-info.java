/** Work that every program needs each night, in a declared order. */
@NullMarked
package dev.laurel.scoring.jobs;

import org.jspecify.annotations.NullMarked;
