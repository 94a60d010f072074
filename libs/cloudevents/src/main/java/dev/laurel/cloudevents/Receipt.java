package dev.laurel.cloudevents;

import java.time.Instant;

/** What all events of one request share. */
record Receipt(String program, Instant receivedAt, boolean imported, int maxDataBytes) {}
