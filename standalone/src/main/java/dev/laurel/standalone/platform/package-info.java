/** The whole platform in one process: broker, database, and every service in its own context. */
@NullMarked
package dev.laurel.standalone.platform;

import org.jspecify.annotations.NullMarked;
