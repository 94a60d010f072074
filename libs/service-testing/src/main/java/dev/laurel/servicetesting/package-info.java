/** For integration tests of services: what the other services and the callers would do. */
@NullMarked
package dev.laurel.servicetesting;

import org.jspecify.annotations.NullMarked;
