package dev.laurel.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Heads of chains that somebody keeps outside of the platform: a file with one per line. */
final class Anchors {

    private Anchors() {}

    static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "Expected heads of an earlier verification in %s, but it can't be read: %s"
                            .formatted(file, unreadable),
                    unreadable);
        }
    }

    static void write(Path file, List<String> heads) {
        try {
            Files.write(file, heads, UTF_8);
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "Expected to keep the heads in %s, but it can't be written: %s"
                            .formatted(file, unwritable),
                    unwritable);
        }
    }
}
