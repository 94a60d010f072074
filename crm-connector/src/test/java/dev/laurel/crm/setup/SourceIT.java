package dev.laurel.crm.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.delivery.ConnectionApi;
import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.mapping.Mapping;
import dev.laurel.crm.mapping.MemberField;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.SourceFiles;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Files that bring fields into a CRM, beside what provisioning makes. */
class SourceIT extends RunningCrmConnector {

    /**
     * The sample program's, for people to look at; {@code -Dlaurel.crm.sources.write=true} writes
     * them anew.
     */
    private static final Path EXAMPLES = Path.of("../examples/crm");

    private static final boolean WRITE = Boolean.getBoolean("laurel.crm.sources.write");

    @Autowired private SourceFiles sources;

    @ParameterizedTest
    @EnumSource(names = {"SALESFORCE", "DYNAMICS"})
    void theExamplesAreWhatIsMadeForTheSampleProgram(CrmKind kind) throws IOException {
        // Given
        Path folder = EXAMPLES.resolve(kind.id());

        // When
        Map<String, String> files =
                sources.of(
                        connection(
                                kind,
                                DefaultMapping.of(kind, List.of("stars", "credits"), List.of())));
        if (WRITE) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }

        // Then
        assertThat(read(folder)).isEqualTo(files);
    }

    /** Every field that provisioning looks for, in the type that it would make. */
    @Test
    void salesforcesSourceHasEveryFieldThatIsProvisioned() throws Exception {
        // Given
        Connection connection = connection(CrmKind.SALESFORCE, allTypes(CrmKind.SALESFORCE));

        // When
        Map<String, String> files = sources.of(connection);

        // Then
        String permissions =
                files.get(
                        "force-app/main/default/permissionsets/Laurel_Integration.permissionset-meta.xml");
        for (FieldSpec field : Provisioning.wanted(connection)) {
            Element root =
                    parsed(
                                    files.getOrDefault(
                                            "force-app/main/default/objects/Contact/fields/%s.field-meta.xml"
                                                    .formatted(field.name()),
                                            ""))
                            .getDocumentElement();
            assertThat(root.getNamespaceURI()).isEqualTo("http://soap.sforce.com/2006/04/metadata");
            List<String> names = children(root).stream().map(Node::getNodeName).toList();
            assertThat(names.getFirst()).isEqualTo("fullName");
            // As the schema wants it, which is a sequence.
            assertThat(names.subList(1, names.size())).isSorted();
            assertThat(text(root, "fullName")).isEqualTo(field.name());
            assertThat(text(root, "type"))
                    .isEqualTo(
                            switch (field.type()) {
                                case INTEGER -> "Number";
                                case TEXT -> "Text";
                                case INSTANT -> "DateTime";
                                case BOOLEAN -> "Checkbox";
                            });
            assertThat(names.contains("externalId")).isEqualTo(field.unique());
            assertThat(permissions).contains("<field>Contact." + field.name() + "</field>");
        }
        assertThat(files).hasSize(Provisioning.wanted(connection).size() + 2);
        assertThat(files.get("sfdx-project.json")).contains("\"sourceApiVersion\": \"67.0\"");
    }

    @Test
    void dynamicsSolutionHasEveryColumnAndTheKeyThatAreProvisioned() throws Exception {
        // Given
        Connection connection = connection(CrmKind.DYNAMICS, allTypes(CrmKind.DYNAMICS));

        // When
        Map<String, String> files = sources.of(connection);

        // Then
        assertThat(files)
                .containsOnlyKeys("[Content_Types].xml", "customizations.xml", "solution.xml");
        Element root = parsed(files.getOrDefault("customizations.xml", "")).getDocumentElement();
        Map<String, String> types = new TreeMap<>();
        NodeList attributes = root.getElementsByTagName("attribute");
        for (int at = 0; at < attributes.getLength(); at++) {
            Element attribute = (Element) attributes.item(at);
            types.put(text(attribute, "LogicalName"), text(attribute, "Type"));
        }
        assertThat(types)
                .isEqualTo(
                        Provisioning.wanted(connection).stream()
                                .collect(
                                        toMap(
                                                FieldSpec::name,
                                                it ->
                                                        switch (it.type()) {
                                                            case INTEGER -> "bigint";
                                                            case TEXT -> "nvarchar";
                                                            case INSTANT -> "datetime";
                                                            case BOOLEAN -> "bit";
                                                        })));
        NodeList keys = root.getElementsByTagName("EntityKey");
        assertThat(keys.getLength()).isEqualTo(1);
        assertThat(text((Element) keys.item(0), "AttributeName")).isEqualTo("laurel_memberid");
        Element solution = parsed(files.getOrDefault("solution.xml", "")).getDocumentElement();
        assertThat(text(solution, "CustomizationPrefix")).isEqualTo("laurel");
        assertThat(text(solution, "Managed")).isEqualTo("0");
    }

    @Test
    void aConnectionsFilesComeAsAnArchive() throws Exception {
        // Given
        publish("sourced");
        ConnectionApi api = new ConnectionApi(port(), "sourced");
        try (SandboxServer server = new SandboxServer(new SalesforceSandbox("id", "secret"), 0)) {
            connect(
                    api,
                    "salesforce",
                    server,
                    "{\"clientId\": \"id\", \"clientSecret\": \"secret\"}");

            // When
            HttpResponse<byte[]> answer = source();

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
            assertThat(server.statistics().calls()).as("asks nobody").isZero();
            assertThat(unzipped(answer.body()))
                    .containsKey("sfdx-project.json")
                    .containsKey(
                            "force-app/main/default/objects/Contact/fields/Laurel_Stars_Available__c.field-meta.xml")
                    .hasSizeGreaterThan(10);
        } finally {
            api.delete("/crm", "*");
        }
    }

    @Test
    void hubSpotHasNoFiles() throws Exception {
        // Given
        publish("sourced");
        ConnectionApi api = new ConnectionApi(port(), "sourced");
        try (SandboxServer server = new SandboxServer(new HubSpotSandbox("key"), 0)) {
            connect(api, "hubspot", server, "{\"serviceKey\": \"key\"}");

            // When
            HttpResponse<byte[]> answer = source();

            // Then
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(new String(answer.body(), UTF_8)).contains("no-source", "use provision");
        } finally {
            api.delete("/crm", "*");
        }
    }

    private static void connect(
            ConnectionApi api, String kind, SandboxServer server, String credentials) {
        assertThat(
                        api.put(
                                        "/crm",
                                        "",
                                        """
                                        {"kind": "%s", "url": "%s", "credentials": %s}
                                        """
                                                .formatted(kind, server.url(), credentials))
                                .status())
                .isEqualTo(201);
        // The files are asked for before there is a courier that calls.
        api.post("/crm/pause");
    }

    private HttpResponse<byte[]> source() throws IOException, InterruptedException {
        URI address =
                URI.create(
                        "http://localhost:%d/v1/programs/sourced/crm-connections/crm/source"
                                .formatted(port()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }

    /** The usual mapping, and a field of the type that it has none of. */
    private static Mapping allTypes(CrmKind kind) {
        Mapping usual = DefaultMapping.of(kind, List.of("stars"), List.of("daily"));
        List<MappedField> fields = new ArrayList<>(usual.fields());
        fields.add(
                new MappedField(
                        MemberField.parse("challenges.explorer.completed").orElseThrow(),
                        kind == CrmKind.SALESFORCE ? "Laurel_Explorer__c" : "laurel_explorer"));
        return new Mapping(usual.key(), fields);
    }

    private static Connection connection(CrmKind kind, Mapping mapping) {
        return new Connection(
                new ConnectionId("retail-club", kind.id()),
                kind,
                URI.create("https://crm.example"),
                kind.defaultVersion(),
                mapping,
                Inbound.NONE,
                false,
                Quota.of(kind),
                false,
                1,
                Instant.EPOCH);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        }
        return files;
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
