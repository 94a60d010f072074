package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.rules.evaluation.EngineMembers;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.UnreadableRecord;
import java.time.DateTimeException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what the registry says of each member, and the ledger of their tiers, for the events that
 * follow. Both repeat themselves after an outage: what is older than what is known is passed over.
 */
final class KeepMemberProcessor implements Processor<byte[], byte[], byte[], Emission> {

    private final RecordCodec codec;
    private ProcessorContext<byte[], Emission> context;
    private KeyValueStore<String, byte[]> attributes;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    KeepMemberProcessor(RecordCodec codec) {
        this.codec = codec;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        this.context = context;
        this.attributes = context.getStateStore(MemberStore.ATTRIBUTES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        try {
            String key = key(record);
            byte[] value = record.value();
            if (isTier()) {
                KeptTiers.keep(attributes, codec, key, value);
            } else if (value == null) {
                attributes.delete(key);
            } else if (revision(value, key) >= keptRevision(key)) {
                attributes.put(key, value);
            }
        } catch (IllegalArgumentException | UnreadableRecord | DateTimeException unusable) {
            setAside(record, String.valueOf(unusable.getMessage()));
        }
    }

    /** Two topics are read as one. */
    private boolean isTier() {
        return context.recordMetadata()
                .map(place -> place.topic().equals(Topics.TIERS.name()))
                .orElse(false);
    }

    private static String key(Record<byte[], byte[]> record) {
        byte[] key = record.key();
        if (key == null) {
            throw new IllegalArgumentException("Expected a member's key, but there was none.");
        }
        return MemberKey.parse(new String(key, UTF_8)).toString();
    }

    private long revision(byte[] value, String key) {
        MemberAttributes read = codec.read(value, MemberAttributes.class);
        String named = read.program() + "/" + read.member();
        if (!named.equals(key)) {
            throw new IllegalArgumentException(
                    "Expected attributes of %s, but they are of %s.".formatted(key, named));
        }
        EngineMembers.of(read);
        return read.revision();
    }

    private long keptRevision(String key) {
        byte[] kept = attributes.get(key);
        return kept == null ? 0 : codec.read(kept, MemberAttributes.class).revision();
    }

    private void setAside(Record<byte[], byte[]> record, String reason) {
        context.forward(Aside.of(record, context, reason));
    }
}
