/** Leaderboards as a program defines them; ranking is not the engine's business. */
@NullMarked
package dev.laurel.engine.leaderboards;

import org.jspecify.annotations.NullMarked;
