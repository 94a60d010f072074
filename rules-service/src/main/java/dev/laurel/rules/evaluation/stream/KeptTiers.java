package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.topics.RecordCodec;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Members' tiers, as they are on {@code laurel.tiers}, in the store of what is known of members: by
 * {@code program/member}, a NUL and {@code tier}.
 */
final class KeptTiers {

    private static final String SUFFIX = "\0tier";

    private KeptTiers() {}

    /** The tier that was told last, {@code null} for none. */
    static @Nullable String find(
            ReadOnlyKeyValueStore<String, byte[]> store, RecordCodec codec, String member) {
        byte[] kept = store.get(member + SUFFIX);
        return kept == null ? null : codec.read(kept, MemberTier.class).tier();
    }

    /**
     * Keeps what was told unless something later was told before.
     *
     * @throws IllegalArgumentException when it is about somebody else than its key says
     */
    static void keep(
            KeyValueStore<String, byte[]> store,
            RecordCodec codec,
            String member,
            byte @Nullable [] told) {
        if (told == null) {
            store.delete(member + SUFFIX);
            return;
        }
        MemberTier tier = codec.read(told, MemberTier.class);
        String named = tier.program() + "/" + tier.member();
        if (!named.equals(member)) {
            throw new IllegalArgumentException(
                    "Expected a tier of %s, but it is one of %s.".formatted(member, named));
        }
        byte[] kept = store.get(member + SUFFIX);
        if (kept == null || codec.read(kept, MemberTier.class).revision() <= tier.revision()) {
            store.put(member + SUFFIX, told);
        }
    }
}
