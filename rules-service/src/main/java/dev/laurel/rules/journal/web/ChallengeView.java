package dev.laurel.rules.journal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.journal.ChallengeList.Challenge;
import dev.laurel.rules.journal.ChallengeList.Step;
import dev.laurel.rules.journal.ChallengeList.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Challenge} in JSON, without what there is none of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChallengeView(
        String challenge,
        String name,
        @Nullable String description,
        @Nullable StoryView story,
        @Nullable LocalDate occurrence,
        List<Step> steps,
        boolean completed,
        @Nullable Integer completions,
        @Nullable String team,
        @Nullable String place,
        @Nullable String recommendedFor) {

    /** A {@link Story} in JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoryView(@Nullable Integer chapter, String text) {}

    static ChallengeView of(Challenge challenge) {
        Story story = challenge.story();
        return new ChallengeView(
                challenge.challenge(),
                challenge.name(),
                challenge.description(),
                story == null ? null : new StoryView(story.chapter(), story.text()),
                challenge.occurrence(),
                challenge.steps(),
                challenge.completed(),
                challenge.completions(),
                challenge.team(),
                challenge.place(),
                challenge.recommendedFor());
    }
}
