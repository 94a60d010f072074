package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.SourceFiles;
import dev.laurel.crm.vendor.Xml;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project of Salesforce DX with the fields that provisioning would make by the Tooling API, out
 * of the same definitions, and the permission set that makes them visible. In metadata files the
 * elements stand in the order of the alphabet behind the full name, as their schema wants them.
 */
public final class SalesforceSource implements SourceFiles {

    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
    private static final String ROOT = "force-app/main/default/";

    @Override
    public Map<String, String> of(Connection connection) {
        List<FieldSpec> fields = Provisioning.wanted(connection);
        Map<String, String> files = new TreeMap<>();
        files.put(
                "sfdx-project.json",
                """
                {
                    "packageDirectories": [{ "path": "force-app", "default": true }],
                    "sourceApiVersion": "%s"
                }
                """
                        .formatted(connection.version()));
        for (FieldSpec field : fields) {
            files.put(
                    ROOT + "objects/Contact/fields/" + field.name() + ".field-meta.xml",
                    field(field));
        }
        files.put(
                ROOT
                        + "permissionsets/"
                        + SalesforceSetup.PERMISSION_SET
                        + ".permissionset-meta.xml",
                permissionSet(fields));
        return files;
    }

    private static String field(FieldSpec field) {
        Xml xml = new Xml();
        Map<String, Object> sorted = new TreeMap<>(SalesforceValues.metadata(field));
        xml.within(
                "CustomField",
                Map.of("xmlns", NAMESPACE),
                () -> {
                    xml.element("fullName", field.name());
                    sorted.forEach(xml::element);
                });
        return xml.toString();
    }

    private static String permissionSet(List<FieldSpec> fields) {
        Xml xml = new Xml();
        xml.within(
                "PermissionSet",
                Map.of("xmlns", NAMESPACE),
                () -> {
                    fields.stream()
                            .sorted(Comparator.comparing(FieldSpec::name))
                            .forEach(field ->
                                    xml.within(
                                            "fieldPermissions",
                                            Map.of(),
                                            () ->
                                                    xml.element("editable", true)
                                                            .element(
                                                                    "field",
                                                                    "Contact." + field.name())
                                                            .element("readable", true)));
                    xml.element("hasActivationRequired", false);
                    xml.element("label", SalesforceSetup.LABEL);
                });
        return xml.toString();
    }
}
