/** Tests. */
@NullMarked
package dev.laurel.leaderboards.web;

import org.jspecify.annotations.NullMarked;
