package dev.laurel.scoring.requests.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.requests.Kept;
import dev.laurel.scoring.requests.Requests;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request asks for once and answers it the same however often it comes, refusals
 * included: a till that has lost an answer asks again and learns what happened.
 */
@Component
public final class OnceOnly {

    private final Requests requests;
    private final JsonMapper json;

    OnceOnly(Requests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * What a request made.
     *
     * @param location where it is, {@code null} where nothing was made or it has no address of its
     *     own
     */
    public record Made(HttpStatus status, @Nullable URI location, Object view) {

        public static Made changed(Object view) {
            return new Made(HttpStatus.OK, null, view);
        }

        public static Made created(@Nullable URI location, Object view) {
            return new Made(HttpStatus.CREATED, location, view);
        }
    }

    /**
     * Answers the request.
     *
     * @param body what was sent with it, {@code null} for nothing
     * @param work runs in a transaction; a problem that it throws is the answer
     * @throws Problem when the key was used for something else
     */
    public ResponseEntity<String> answer(
            KeyedRequest request, @Nullable Object body, Supplier<Made> work) {
        String content = hash(request.path() + "\n" + json.writeValueAsString(body));
        return switch (requests.once(
                request.program(), request.key(), content, () -> keep(request, work))) {
            case Requests.Outcome.Answered(Kept kept) -> entity(kept);
            case Requests.Outcome.OtherContent _ ->
                    throw new Problem(
                            RequestProblem.KEY_REUSED,
                            "Expected a new %s for another request, but '%s' was used before."
                                    .formatted(KeyedRequest.HEADER, request.key()));
        };
    }

    private Kept keep(KeyedRequest request, Supplier<Made> work) {
        try {
            Made made = work.get();
            URI location = made.location();
            return new Kept(
                    made.status().value(),
                    location == null ? null : location.toString(),
                    json.writeValueAsString(made.view()));
        } catch (Problem refusal) {
            ProblemBody body =
                    new ProblemBody(
                            refusal.type().uri(),
                            refusal.type().title(),
                            refusal.type().status().value(),
                            refusal.detail(),
                            request.path(),
                            refusal.errors());
            return new Kept(refusal.type().status().value(), null, json.writeValueAsString(body));
        }
    }

    private static ResponseEntity<String> entity(Kept kept) {
        HttpStatus status = HttpStatus.valueOf(kept.status());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status)
                        .contentType(
                                status.isError()
                                        ? MediaType.APPLICATION_PROBLEM_JSON
                                        : MediaType.APPLICATION_JSON);
        String location = kept.location();
        return (location == null ? answer : answer.location(URI.create(location)))
                .body(kept.body());
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
