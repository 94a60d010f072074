package dev.laurel.rules.evaluation.stream;

import org.apache.kafka.streams.processor.api.Record;

/** Reads records of one source of the topology; thread-safe, never throws. */
@FunctionalInterface
interface RecordReader {

    Reading read(Record<byte[], byte[]> record);
}
