package dev.laurel.standalone.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * The sample's events.
 *
 * @param lines one event each
 */
record SampleEvents(List<String> lines) {

    private static final Path SOURCE = Path.of("../examples/retail-club/events.ndjson.gz");

    SampleEvents {
        lines = List.copyOf(lines);
    }

    static SampleEvents read() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SOURCE))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SampleEvents(text.lines().toList());
        }
    }

    /** The first so many. */
    SampleEvents first(int number) {
        return new SampleEvents(lines.subList(0, number));
    }

    /** In an order of chance, a tenth of them twice. */
    SampleEvents shuffledWithATenthTwice(long seed) {
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(List.copyOf(shuffled.subList(0, shuffled.size() / 10)));
        Collections.shuffle(shuffled, random);
        return new SampleEvents(shuffled);
    }

    InputStream asStream() {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
