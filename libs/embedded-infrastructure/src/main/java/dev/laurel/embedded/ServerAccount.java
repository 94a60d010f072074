package dev.laurel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the PostgreSQL server runs as. PostgreSQL refuses to run as root; where this process is
 * root, the server gets a user namespace of its own, or else runs as nobody.
 */
enum ServerAccount {
    /** This process's own user, who is not root. */
    SELF,
    /** Root seen from outside, an ordinary user seen from inside; files keep their owner. */
    NAMESPACE,
    /** The user nobody, who then owns the database's files. */
    NOBODY;

    private static final int NOBODY_ID = 65_534;

    /**
     * The first that works on this machine.
     *
     * @throws EmbeddedInfrastructureException if this process is root and can't become less
     */
    static ServerAccount choose() {
        if (!"0".equals(Command.run(List.of(), List.of("id", "-u")).output().strip())) {
            return SELF;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(account -> account.run(List.of("true")).worked())
                .findFirst()
                .orElseThrow(() ->
                        new EmbeddedInfrastructureException(
                                "Expected to run PostgreSQL as an ordinary user, but this"
                                        + " process is root and neither unshare nor setpriv"
                                        + " works here. Start Laurel as an ordinary user."));
    }

    /** Runs a program as this account. */
    Command.Outcome run(List<String> command) {
        return Command.run(prefix(), command);
    }

    private List<String> prefix() {
        return switch (this) {
            case SELF -> List.of();
            case NAMESPACE -> List.of("unshare", "--user");
            case NOBODY ->
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY_ID,
                            "--regid=" + NOBODY_ID,
                            "--clear-groups");
        };
    }

    /** A folder for program files that this account can reach. */
    Path programs() {
        return this == NOBODY
                ? Path.of("/var/tmp/laurel")
                : Path.of(System.getProperty("user.home"), ".cache", "laurel");
    }

    /** Makes the account the owner of a folder and of everything in it. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
                Files.setAttribute(file, "unix:gid", NOBODY_ID);
            }
        }
    }
}
