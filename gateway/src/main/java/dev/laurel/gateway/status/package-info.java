/** What is up, how far behind each reader is, and whether everything has settled. */
@NullMarked
package dev.laurel.gateway.status;

import org.jspecify.annotations.NullMarked;
