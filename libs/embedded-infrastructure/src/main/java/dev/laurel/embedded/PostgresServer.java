package dev.laurel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One PostgreSQL data folder and the server on it. The server is a process of its own that outlives
 * this one when this one is killed; the next start stops it first.
 */
final class PostgresServer {

    static final String SUPERUSER = "laurel";

    private final PostgresPrograms programs;
    private final ServerAccount account;
    private final Path folder;
    private final Path data;

    PostgresServer(PostgresPrograms programs, ServerAccount account, Path folder) {
        this.programs = programs;
        this.account = account;
        this.folder = folder;
        this.data = folder.resolve("postgresql");
    }

    /**
     * The superuser's password, made at the first start and readable by the folder's owner only.
     */
    String password() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Path fresh =
                    Files.createTempFile(
                            folder,
                            "password-",
                            "",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(secret));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    /** Lays the data folder out unless it is; one that was left half way through is done again. */
    void initialize() throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = folder.resolve("postgresql.new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        password();
        account.own(folder);
        account.run(
                        List.of(
                                programs.program("initdb"),
                                "--pgdata=" + fresh,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + folder.resolve("password"),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-instructions"))
                .orFail("lay out a database in " + folder);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    void start(int port, DatabaseSettings settings) throws IOException {
        stopLeftOver();
        account.own(folder);
        Command.Outcome outcome =
                account.run(
                        List.of(
                                programs.program("pg_ctl"),
                                "start",
                                "--wait",
                                "--timeout=120",
                                "--pgdata=" + data,
                                "--log=" + folder.resolve("postgresql.log"),
                                "--options=" + PostgresConfiguration.options(port, settings)));
        outcome.orFail("start PostgreSQL, whose log is " + folder.resolve("postgresql.log"));
    }

    /** Disconnects everybody and stops. */
    void stop() {
        Command.Outcome outcome = control("stop", "--mode=fast", "--timeout=20");
        if (!outcome.worked()) {
            // What is committed is in the log that the next start reads.
            control("stop", "--mode=immediate", "--timeout=20").orFail("stop PostgreSQL");
        }
    }

    private Command.Outcome control(String... words) {
        return account.run(
                List.of(
                        programs.program("pg_ctl"),
                        words[0],
                        "--wait",
                        "--pgdata=" + data,
                        words[1],
                        words[2]));
    }

    /** Stops the server of a process that was killed, if it still runs. */
    void stopLeftOver() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        if (ProcessHandle.of(pid).map(ProcessHandle::info).filter(this::isServer).isPresent()) {
            stop();
        } else {
            // The machine went down, and the number may belong to any other process by now.
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isServer(ProcessHandle.Info process) {
        return process.command().filter(command -> command.endsWith("/postgres")).isPresent()
                && process.arguments().map(Arrays::asList).stream()
                        .allMatch(arguments -> arguments.contains(data.toString()));
    }
}
