package dev.laurel.members.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks what is said of consents: yes or no, or that with its time and place. */
record ConsentReader(Faults faults, Times times) {

    private static final List<String> PROPERTIES = List.of("given", "at", "source");
    private static final int MAX_CONSENTS = 50;
    private static final int MAX_NAME = 100;

    Map<String, SaidConsent> read(String pointer, @Nullable Object value) {
        Map<?, ?> object = faults.object(pointer, value);
        Map<String, SaidConsent> consents = new TreeMap<>();
        if (object.size() > MAX_CONSENTS) {
            faults.add(pointer, "at most %d".formatted(MAX_CONSENTS), object.size());
            return consents;
        }
        object.forEach((name, said) -> {
            if (!(name instanceof String text && isName(text))) {
                faults.add(pointer, "names of 1 to %d characters".formatted(MAX_NAME), name);
                return;
            }
            SaidConsent consent = consent(pointer + "/" + Faults.escaped(text), said);
            if (consent != null) {
                consents.put(text, consent);
            }
        });
        return consents;
    }

    private @Nullable SaidConsent consent(String pointer, @Nullable Object said) {
        return switch (said) {
            case null -> null;
            case Boolean given -> SaidConsent.of(given);
            case Map<?, ?> words -> proven(pointer, words);
            default -> {
                faults.add(pointer, "true, false or an object with given", said);
                yield null;
            }
        };
    }

    private @Nullable SaidConsent proven(String pointer, Map<?, ?> words) {
        faults.unknown(pointer, words, PROPERTIES);
        Instant at = times.read(pointer + "/at", words.get("at"));
        String source =
                faults.text(
                        pointer + "/source",
                        words.get("source"),
                        "a text of 1 to %d characters".formatted(MAX_NAME),
                        ConsentReader::isName);
        if (words.get("given") instanceof Boolean given) {
            return new SaidConsent(given, at, source);
        }
        faults.add(pointer + "/given", "true or false", words.get("given"));
        return null;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && Texts.isPlain(text, MAX_NAME);
    }
}
