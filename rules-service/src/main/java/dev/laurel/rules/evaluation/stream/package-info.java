/** The Kafka Streams topology around the engine: events in, decisions out, exactly once. */
@NullMarked
package dev.laurel.rules.evaluation.stream;

import org.jspecify.annotations.NullMarked;
