package dev.laurel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a program to its end. */
final class Command {

    /**
     * @param exitCode 0 when it worked, as the program sees it
     * @param output what it wrote to standard output and standard error
     */
    record Outcome(int exitCode, String output) {

        boolean worked() {
            return exitCode == 0;
        }

        /**
         * @throws EmbeddedInfrastructureException with what the program said, if it did not work
         */
        void orFail(String purpose) {
            if (!worked()) {
                throw new EmbeddedInfrastructureException(
                        "Expected to %s, but the program ended with %d: %s"
                                .formatted(purpose, exitCode, output.strip()));
            }
        }
    }

    private Command() {}

    static Outcome run(List<String> prefix, List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            // The program does not exist, or may not be run.
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new IOException("Interrupted in " + words.getFirst(), e));
        }
    }
}
