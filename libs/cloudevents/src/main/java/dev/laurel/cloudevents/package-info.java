/** Reads and writes CloudEvents 1.0 over HTTP and Kafka, and checks their attributes. */
@NullMarked
package dev.laurel.cloudevents;

import org.jspecify.annotations.NullMarked;
