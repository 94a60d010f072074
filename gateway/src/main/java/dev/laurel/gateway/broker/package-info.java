/** How the gateway reaches Kafka. */
@NullMarked
package dev.laurel.gateway.broker;

import org.jspecify.annotations.NullMarked;
