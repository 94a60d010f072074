package dev.laurel.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.gateway.Caller;
import dev.laurel.gateway.Platform;
import dev.laurel.gateway.ProgramPublisher;
import dev.laurel.gateway.RunningGateway;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningGateway
class MemberViewIT {

    private static final String MEMBERS = "/v1/programs/view/members/";
    private static final String NO_STARS =
            "{\"wallets\":[{\"wallet\":\"stars\",\"available\":0,\"pending\":0,\"held\":0,\"lifetime\":0}]}";

    private final Caller caller;
    private final ProgramPublisher publisher;

    @Autowired
    MemberViewIT(Caller caller, ProgramPublisher publisher) {
        this.caller = caller;
        this.publisher = publisher;
    }

    @BeforeEach
    void publish() {
        publisher.publish("view", 1, Map.of());
    }

    @Test
    void composesWhatTheServicesKnow() {
        // Given
        String path = MEMBERS + "ann%2F1/";
        Platform.SCORING.answers(
                path + "wallets", 200, NO_STARS.replace("\"available\":0", "\"available\":120"));
        Platform.SCORING.answers(
                path + "tier",
                200,
                "{\"member\":\"ann/1\",\"tier\":{\"id\":\"gold\"},\"since\":\"2011-12-01\",\"earned\":120}");
        Platform.BADGES.answers(path + "badges", 200, "{\"items\":[{\"badge\":\"explorer\"}]}");
        Platform.BOARDS.answers(
                path + "ranks",
                200,
                "{\"ranks\":[{\"leaderboard\":\"monthly\",\"period\":\"2011-12\",\"rank\":7,\"score\":120}]}");
        Platform.RULES.answers(
                path + "challenges",
                200,
                "{\"items\":[{\"challenge\":\"xmas\"}],\"lastActivity\":\"2011-12-09T12:50:00Z\"}");
        Platform.RULES.answers(
                path + "streaks",
                200,
                "{\"items\":[{\"streak\":\"weekly\",\"length\":4}],\"lastActivity\":\"2011-12-09T12:50:00Z\"}");

        Platform.MEMBERS.answers(
                path + "attributes",
                200,
                "{\"program\":\"view\",\"member\":\"ann/1\",\"revision\":2,\"segments\":[\"vip\"]}");

        // When
        JsonNode view = caller.json(caller.get(MEMBERS + "ann%2F1"), 200);

        // Then
        assertThat(view.get("program").asString()).isEqualTo("view");
        assertThat(view.get("member").asString()).isEqualTo("ann/1");
        assertThat(view.get("attributes").toString())
                .isEqualTo("{\"revision\":2,\"segments\":[\"vip\"]}");
        assertThat(view.at("/wallets/0/available").asInt()).isEqualTo(120);
        assertThat(view.get("tier").toString())
                .isEqualTo("{\"tier\":{\"id\":\"gold\"},\"since\":\"2011-12-01\",\"earned\":120}");
        assertThat(view.at("/badges/0/badge").asString()).isEqualTo("explorer");
        assertThat(view.at("/ranks/0/rank").asInt()).isEqualTo(7);
        assertThat(view.at("/challenges/0/challenge").asString()).isEqualTo("xmas");
        assertThat(view.at("/streaks/0/length").asInt()).isEqualTo(4);
        assertThat(view.get("lastActivity").asString()).isEqualTo("2011-12-09T12:50:00Z");
        assertThat(view.get("unavailable").size()).isZero();
    }

    @Test
    void namesThePartsThatAreMissing() {
        // Given
        knowsNothing("bob");
        Platform.BOARDS.answers(MEMBERS + "bob/ranks", 503, "{}");
        Platform.RULES.answers(MEMBERS + "bob/challenges", 500, "{}");

        // When
        JsonNode view = caller.json(caller.get(MEMBERS + "bob"), 200);

        // Then
        assertThat(view.get("unavailable").toString()).isEqualTo("[\"challenges\",\"ranks\"]");
        assertThat(view.has("ranks")).isFalse();
        assertThat(view.has("attributes")).isFalse();
        assertThat(view.get("badges").size()).isZero();
    }

    @Test
    void doesNotKnowAMemberWhomNobodyKnows() {
        knowsNothing("nobody");
        caller.problem(caller.get(MEMBERS + "nobody"), 404, "unknown-member");
    }

    /** That the registry has forgotten somebody is an answer, not a service that is away. */
    @Test
    void showsWhatIsLeftOfAMemberWhoWasErased() {
        // Given
        knowsNothing("erased");
        Platform.MEMBERS.answers(MEMBERS + "erased/attributes", 410, "{}");

        // Then
        caller.problem(caller.get(MEMBERS + "erased"), 404, "unknown-member");

        // When
        Platform.BADGES.answers(
                MEMBERS + "erased/badges", 200, "{\"items\":[{\"badge\":\"explorer\"}]}");

        // Then
        JsonNode view = caller.json(caller.get(MEMBERS + "erased"), 200);
        assertThat(view.get("unavailable").size()).isZero();
        assertThat(view.at("/badges/0/badge").asString()).isEqualTo("explorer");
    }

    @Test
    void knowsAMemberWhomOnlyTheRegistryKnows() {
        // Given
        knowsNothing("new");
        Platform.MEMBERS.answers(
                MEMBERS + "new/attributes", 200, "{\"revision\":1,\"segments\":[]}");

        // When
        JsonNode view = caller.json(caller.get(MEMBERS + "new"), 200);

        // Then
        assertThat(view.at("/attributes/revision").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotKnowMembersOfAnUnknownProgram() {
        caller.problem(
                caller.get("/v1/programs/never-published/members/ann"), 404, "unknown-program");
    }

    @Test
    void isUnavailableWhenNobodyAnswers() {
        // Given
        Platform.SCORING.answers(MEMBERS + "eve/wallets", 500, "{}");
        Platform.SCORING.answers(MEMBERS + "eve/tier", 500, "{}");
        Platform.BADGES.answers(MEMBERS + "eve/badges", 500, "{}");
        Platform.BOARDS.answers(MEMBERS + "eve/ranks", 500, "{}");
        Platform.RULES.answers(MEMBERS + "eve/challenges", 500, "{}");
        Platform.MEMBERS.answers(MEMBERS + "eve/attributes", 500, "{}");
        Platform.RULES.answers(MEMBERS + "eve/streaks", 500, "{}");

        // Then
        caller.problem(caller.get(MEMBERS + "eve"), 503, "service-down");
    }

    private static void knowsNothing(String member) {
        Platform.SCORING.answers(MEMBERS + member + "/wallets", 200, NO_STARS);
        Platform.BADGES.answers(MEMBERS + member + "/badges", 200, "{\"items\":[]}");
        Platform.BOARDS.answers(MEMBERS + member + "/ranks", 200, "{\"ranks\":[]}");
        Platform.MEMBERS.answers(MEMBERS + member + "/attributes", 404, "{}");
        Platform.RULES.answers(
                MEMBERS + member + "/challenges", 200, "{\"items\":[],\"lastActivity\":null}");
        Platform.RULES.answers(
                MEMBERS + member + "/streaks", 200, "{\"items\":[],\"lastActivity\":null}");
    }
}
