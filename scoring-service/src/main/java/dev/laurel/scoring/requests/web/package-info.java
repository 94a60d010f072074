/** The {@code Idempotency-Key} of requests. */
@NullMarked
package dev.laurel.scoring.requests.web;

import org.jspecify.annotations.NullMarked;
