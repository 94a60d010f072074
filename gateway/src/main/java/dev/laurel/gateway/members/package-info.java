/** The composed view of a member, asked for from all services at the same time. */
@NullMarked
package dev.laurel.gateway.members;

import org.jspecify.annotations.NullMarked;
