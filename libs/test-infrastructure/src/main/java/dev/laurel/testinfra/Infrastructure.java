package dev.laurel.testinfra;

/** Where broker and database come from. Implementations start each of them at its first use. */
interface Infrastructure {

    String bootstrapServers();

    TestDatabase createDatabase(String name);

    /** Stops what was started and deletes its data. */
    void stop();

    /** The one of this process. */
    final class Shared {

        static final Infrastructure INSTANCE = start();

        private Shared() {}

        private static Infrastructure start() {
            Infrastructure infrastructure =
                    switch (Source.configured()) {
                        case EMBEDDED -> new EmbeddedInfrastructure();
                        case CONTAINERS -> new ContainerInfrastructure();
                    };
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        SpringShutdown.await();
                                        infrastructure.stop();
                                    },
                                    "test-infrastructure-shutdown"));
            return infrastructure;
        }
    }
}
