package dev.laurel.standalone.sandboxes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program connected to three sandboxes in place of CRMs, each with a contact for some members.
 * Closed, it takes the connections away again, as what they lead to is gone then.
 */
public final class SandboxedCrms implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOOKING = Duration.ofMillis(200);

    /** Nobody is written to a CRM who did not say so. */
    private static final Map<String, Object> CONSENT = Map.of("given", true, "source", "demo");

    /** As much as the sandbox in place of HubSpot lets through, and no day to save calls for. */
    private static final Map<String, Integer> QUOTA =
            Map.of("callsPerDay", 1_000_000, "callsPerWindow", 180, "windowSeconds", 10);

    private final PlatformClient client;
    private final String program;
    private final List<SandboxedCrm> crms;

    private SandboxedCrms(PlatformClient client, String program, List<SandboxedCrm> crms) {
        this.client = client;
        this.program = program;
        this.crms = crms;
    }

    /**
     * Starts sandboxes and connects a published program to them.
     *
     * @param members who have a contact in each
     * @param patience until the platform has heard of the program
     */
    public static SandboxedCrms connect(
            PlatformClient client, String program, List<String> members, Duration patience)
            throws IOException {
        SandboxedCrms connected =
                new SandboxedCrms(client, program, SandboxedCrm.startAll(members));
        try {
            connected.register(members, patience);
            for (SandboxedCrm crm : connected.crms) {
                connected.connect(crm, patience);
            }
            return connected;
        } catch (IOException | RuntimeException e) {
            connected.close();
            throw e;
        }
    }

    private void register(List<String> members, Duration patience) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String member : members) {
            lines.append(
                            json(
                                    Map.of(
                                            "member",
                                            member,
                                            "contact",
                                            Map.of("email", SandboxedCrm.emailOf(member)),
                                            "consents",
                                            Map.of("crm", CONSENT))))
                    .append('\n');
        }
        Answer answer =
                once(
                        patience,
                        () ->
                                client.post(
                                        path("/members/import"),
                                        "application/x-ndjson",
                                        lines.toString().getBytes(UTF_8)));
        if (!answer.body().path("rejected").isEmpty()) {
            throw new CommandFailure(
                    "Expected all members to be taken, but not " + answer.body().path("rejected"));
        }
    }

    private void connect(SandboxedCrm crm, Duration patience) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", crm.kind());
        body.put("url", crm.server().url().toString());
        body.put("credentials", crm.credentials());
        body.put("quota", QUOTA);
        // One of an earlier run leads to a sandbox that is gone, with all that was said to it.
        client.delete(path(crm));
        once(patience, () -> client.put(path(crm), "application/json", json(body).getBytes(UTF_8)));
        once(
                patience,
                () -> client.post(path(crm) + "/provision", "application/json", new byte[0]));
    }

    /**
     * Waits until nothing is on its way to the sandboxes any more, and compares.
     *
     * @throws CommandFailure when that takes longer than the patience
     */
    public List<CrmFigures> settled(Duration patience) throws IOException {
        List<CrmFigures> figures = new ArrayList<>();
        long end = System.nanoTime() + patience.toNanos();
        for (SandboxedCrm crm : crms) {
            JsonNode status = get(path(crm) + "/status");
            while (status.path("catchingUp").asBoolean()
                    || status.path("pending").asLong() > 0
                    || status.path("linked").asLong() < crm.byMember().size()) {
                if (System.nanoTime() > end) {
                    throw new CommandFailure(
                            "Expected everything to be in the sandbox in place of %s within %s, but: %s"
                                    .formatted(crm.kind(), patience, status));
                }
                pause();
                status = get(path(crm) + "/status");
            }
            figures.add(figures(crm, status));
        }
        return figures;
    }

    private CrmFigures figures(SandboxedCrm crm, JsonNode status) throws IOException {
        JsonNode fields = get(path(crm)).path("fields");
        long equal = 0;
        long changes = 0;
        for (Map.Entry<String, String> each : crm.byMember().entrySet()) {
            Answer view = client.get(path("/members/" + each.getKey()));
            if (view.status() == 404) {
                continue;
            }
            changes +=
                    get(path("/members/" + each.getKey() + "/profile")).path("revision").asLong();
            Map<String, String> contact =
                    crm.contacts().find(each.getValue()).orElseThrow().values();
            if (new Comparison(fields, view.body()).isEqual(contact)) {
                equal++;
            }
        }
        return new CrmFigures(
                crm.kind(),
                crm.byMember().size(),
                status.path("linked").asLong(),
                equal,
                changes,
                status.at("/today/written").asLong(),
                status.at("/today/calls").asLong(),
                crm.pages().resolve(crm.byMember().values().iterator().next()));
    }

    @Override
    public void close() {
        for (SandboxedCrm crm : crms) {
            try {
                client.delete(path(crm));
            } catch (IOException | CommandFailure _) {
                // The platform is gone already; a next run replaces the connection.
            }
            crm.server().close();
        }
    }

    /** One step, which may be too early for what was published just now. */
    private static Answer once(Duration patience, Step step) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Answer answer = step.take();
        while ((answer.status() == 404 || answer.isPassing()) && System.nanoTime() < end) {
            pause();
            answer = step.take();
        }
        if (answer.status() / 100 != 2) {
            throw new CommandFailure(
                    "Expected the program to be connected to the sandboxes, but got %d: %s"
                            .formatted(answer.status(), answer.detail()));
        }
        return answer;
    }

    @FunctionalInterface
    private interface Step {
        Answer take() throws IOException;
    }

    private JsonNode get(String path) throws IOException {
        Answer answer = client.get(path);
        if (answer.status() != 200) {
            throw new CommandFailure(
                    "Expected something at %s, but got %d: %s"
                            .formatted(path, answer.status(), answer.detail()));
        }
        return answer.body();
    }

    private String path(SandboxedCrm crm) {
        return path("/crm-connections/" + crm.kind());
    }

    private String path(String rest) {
        return "/v1/programs/" + program + rest;
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
