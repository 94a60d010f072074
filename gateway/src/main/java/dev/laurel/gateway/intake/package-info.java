/** Takes events: reads them, holds them to their program, and answers when they are on disk. */
@NullMarked
package dev.laurel.gateway.intake;

import org.jspecify.annotations.NullMarked;
