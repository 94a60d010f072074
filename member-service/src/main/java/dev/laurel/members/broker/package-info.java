/** How the service reaches Kafka. */
@NullMarked
package dev.laurel.members.broker;

import org.jspecify.annotations.NullMarked;
