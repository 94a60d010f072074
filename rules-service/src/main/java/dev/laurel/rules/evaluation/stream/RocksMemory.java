package dev.laurel.rules.evaluation.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory of all state stores of one service: a block cache that also holds indexes,
 * filters and write buffers, so that it bounds the whole.
 */
final class RocksMemory implements AutoCloseable {

    /** Under this name the configuration of Kafka Streams carries the instance to the stores. */
    static final String CONFIG = "laurel.rocks.memory";

    private static final long MEMTABLE_BYTES = 4L * 1024 * 1024;
    private static final int BLOCK_BYTES = 8 * 1024;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /**
     * @param cacheBytes all of it
     * @param writeBufferBytes the share of what is written and not on disk yet
     */
    RocksMemory(long cacheBytes, long writeBufferBytes) {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(cacheBytes, -1, false, 0.2);
        this.writeBuffers = new WriteBufferManager(writeBufferBytes, cache);
    }

    private void apply(String store, Options options) {
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(cache);
        tables.setBlockSize(BLOCK_BYTES);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(writeBuffers);
        options.setWriteBufferSize(MEMTABLE_BYTES);
        options.setMaxWriteBufferNumber(2);
        // Nearly every event is looked up once before it is there, and many members are not in the
        // registry: the filters have to say no.
        options.setOptimizeFiltersForHits(store.equals(MemberStore.MEMBERS));
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** What Kafka Streams instantiates per store. */
    public static final class Setter implements RocksDBConfigSetter {

        @Override
        public void setConfig(String store, Options options, Map<String, Object> configs) {
            if (configs.get(CONFIG) instanceof RocksMemory memory) {
                memory.apply(store, options);
            }
        }

        /** The memory belongs to the service and not to the store. */
        @Override
        public void close(String store, Options options) {}
    }
}
