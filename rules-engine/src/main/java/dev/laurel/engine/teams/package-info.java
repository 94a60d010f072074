/** What members do together as teams, and what each of them gets for it. */
@NullMarked
package dev.laurel.engine.teams;

import org.jspecify.annotations.NullMarked;
