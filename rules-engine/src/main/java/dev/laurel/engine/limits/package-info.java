/** What bounds how many points members get: limits of rules, limits over several rules, floors. */
@NullMarked
package dev.laurel.engine.limits;

import org.jspecify.annotations.NullMarked;
