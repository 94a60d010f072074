package dev.laurel.badges.artwork.svg;

import dev.laurel.badges.artwork.Artwork;
import java.util.List;

/** What became of a picture that somebody sent. */
public sealed interface Verdict {

    /**
     * It can be shown.
     *
     * @param artwork what is left of it
     * @param dropped what was left out because it does nothing here, such as an editor's notes
     */
    record Safe(Artwork artwork, List<String> dropped) implements Verdict {

        public Safe {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * It has what no picture of a badge needs.
     *
     * @param problems sentences, each with the line
     */
    record Refused(List<String> problems) implements Verdict {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
