/**
 * A Kafka broker inside this process and a PostgreSQL server next to it, both keeping their data in
 * a folder, so that Laurel runs on a machine that has nothing but a JDK.
 */
@NullMarked
package dev.laurel.embedded;

import org.jspecify.annotations.NullMarked;
