package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.SourceFiles;
import dev.laurel.crm.vendor.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An unmanaged solution, unpacked, with the columns and the key that provisioning would make by the
 * Web API. {@code pac solution pack} or any zip of the three files makes it one to import.
 */
public final class DynamicsSource implements SourceFiles {

    private static final String VERSION = "1.0.0.0";
    private static final String ENGLISH = "1033";
    private static final String NAME = "Laurel";

    /** Of the publisher's choices; any number from 10000 to 99999. */
    private static final int OPTION_PREFIX = 52835;

    @Override
    public Map<String, String> of(Connection connection) {
        List<FieldSpec> fields = Provisioning.wanted(connection);
        Map<String, String> files = new TreeMap<>();
        files.put("[Content_Types].xml", contentTypes());
        files.put("customizations.xml", customizations(fields));
        files.put("solution.xml", solution(connection));
        return files;
    }

    private static String contentTypes() {
        Xml xml = new Xml();
        xml.within(
                "Types",
                Map.of("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"),
                () ->
                        xml.element(
                                "Default",
                                attributes(
                                        "Extension",
                                        "xml",
                                        "ContentType",
                                        "application/octet-stream")));
        return xml.toString();
    }

    private static String solution(Connection connection) {
        String key = connection.mapping().key();
        String prefix = key.contains("_") ? key.substring(0, key.indexOf('_')) : "laurel";
        Xml xml = new Xml();
        xml.within(
                "ImportExportXml",
                attributes("version", "9.2.0.0", "languagecode", ENGLISH, "generatedBy", NAME),
                () ->
                        xml.within(
                                "SolutionManifest",
                                Map.of(),
                                () -> {
                                    xml.element("UniqueName", NAME);
                                    names(xml, "LocalizedNames", "LocalizedName", NAME);
                                    xml.element("Descriptions", Map.of());
                                    xml.element("Version", VERSION);
                                    xml.element("Managed", 0);
                                    publisher(xml, prefix.toLowerCase(Locale.ROOT));
                                    xml.within(
                                            "RootComponents",
                                            Map.of(),
                                            () ->
                                                    xml.element(
                                                            "RootComponent",
                                                            attributes(
                                                                    "type", "1",
                                                                    "schemaName", "contact",
                                                                    "behavior", "1")));
                                    xml.element("MissingDependencies", Map.of());
                                }));
        return xml.toString();
    }

    private static void publisher(Xml xml, String prefix) {
        xml.within(
                "Publisher",
                Map.of(),
                () -> {
                    xml.element("UniqueName", prefix);
                    names(xml, "LocalizedNames", "LocalizedName", NAME);
                    xml.element("Descriptions", Map.of());
                    xml.element("CustomizationPrefix", prefix);
                    xml.element("CustomizationOptionValuePrefix", OPTION_PREFIX);
                });
    }

    private static String customizations(List<FieldSpec> fields) {
        Xml xml = new Xml();
        xml.within(
                "ImportExportXml",
                attributes("version", "9.2.0.0", "languagecode", ENGLISH),
                () -> {
                    xml.within("Entities", Map.of(), () -> entity(xml, fields));
                    xml.within("Languages", Map.of(), () -> xml.element("Language", ENGLISH));
                });
        return xml.toString();
    }

    private static void entity(Xml xml, List<FieldSpec> fields) {
        xml.within(
                "Entity",
                Map.of(),
                () -> {
                    xml.element("Name", "Contact");
                    xml.within(
                            "EntityInfo",
                            Map.of(),
                            () ->
                                    xml.within(
                                            "entity",
                                            attributes("Name", "Contact", "unmodified", "1"),
                                            () -> {
                                                xml.within(
                                                        "attributes",
                                                        Map.of(),
                                                        () ->
                                                                fields.forEach(
                                                                        it -> attribute(xml, it)));
                                                xml.within(
                                                        "EntityKeys",
                                                        Map.of(),
                                                        () ->
                                                                fields.stream()
                                                                        .filter(FieldSpec::unique)
                                                                        .forEach(it ->
                                                                                key(xml, it)));
                                            }));
                });
    }

    private static void attribute(Xml xml, FieldSpec field) {
        xml.within(
                "attribute",
                attributes("PhysicalName", field.name()),
                () -> {
                    xml.element("Type", type(field.type()));
                    xml.element("Name", field.name());
                    xml.element("LogicalName", field.name().toLowerCase(Locale.ROOT));
                    xml.element("RequiredLevel", "none");
                    xml.element("DisplayMask", "ValidForAdvancedFind|ValidForForm|ValidForGrid");
                    xml.element("IsCustomField", 1);
                    xml.element("IntroducedVersion", VERSION);
                    xml.element("IsCustomizable", 1);
                    switch (field.type()) {
                        case INTEGER -> {}
                        case TEXT -> {
                            xml.element("Format", "text");
                            xml.element("MaxLength", FieldType.MAX_TEXT);
                            xml.element("Length", FieldType.MAX_TEXT * 2);
                        }
                        case INSTANT -> {
                            xml.element("Format", "datetime");
                            xml.element("Behavior", 1);
                        }
                        case BOOLEAN -> {
                            xml.element("AppDefaultValue", 0);
                            options(xml, field);
                        }
                    }
                    names(xml, "displaynames", "displayname", field.label());
                });
    }

    private static void options(Xml xml, FieldSpec field) {
        xml.within(
                "optionset",
                attributes("Name", "contact_" + field.name()),
                () -> {
                    xml.element("OptionSetType", "bit");
                    xml.element("IntroducedVersion", VERSION);
                    xml.element("IsCustomizable", 1);
                    xml.within(
                            "options",
                            Map.of(),
                            () -> {
                                option(xml, 1, "Yes");
                                option(xml, 0, "No");
                            });
                });
    }

    private static void option(Xml xml, int value, String label) {
        xml.within(
                "option",
                attributes("value", Integer.toString(value)),
                () -> names(xml, "labels", "label", label));
    }

    private static void key(Xml xml, FieldSpec field) {
        xml.within(
                "EntityKey",
                Map.of(),
                () -> {
                    xml.element("Name", DynamicsColumns.keyName(field));
                    xml.element("LogicalName", DynamicsColumns.keyName(field));
                    xml.element("IntroducedVersion", VERSION);
                    xml.element("IsCustomizable", 1);
                    xml.within(
                            "EntityKeyAttributes",
                            Map.of(),
                            () -> xml.element("AttributeName", field.name()));
                    names(xml, "displaynames", "displayname", field.label());
                });
    }

    private static void names(Xml xml, String group, String element, String text) {
        xml.within(
                group,
                Map.of(),
                () ->
                        xml.element(
                                element, attributes("description", text, "languagecode", ENGLISH)));
    }

    /** A column's type in solutions. */
    static String type(FieldType type) {
        return switch (type) {
            case INTEGER -> "bigint";
            case TEXT -> "nvarchar";
            case INSTANT -> "datetime";
            case BOOLEAN -> "bit";
        };
    }

    /** In their order. */
    private static Map<String, String> attributes(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            attributes.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return attributes;
    }
}
