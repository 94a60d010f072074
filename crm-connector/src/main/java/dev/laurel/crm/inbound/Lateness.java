package dev.laurel.crm.inbound;

import java.time.Duration;

/** How late a program takes events that are no history. */
@FunctionalInterface
public interface Lateness {

    Duration of(String program);
}
