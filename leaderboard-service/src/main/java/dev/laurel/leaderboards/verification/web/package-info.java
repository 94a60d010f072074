/** Verification over HTTP. */
@NullMarked
package dev.laurel.leaderboards.verification.web;

import org.jspecify.annotations.NullMarked;
