package dev.laurel.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plain pages that show people what a sandbox has: a list of contacts, and each with its fields.
 */
final class ContactPages implements HttpHandler {

    static final String PATH = "/sandbox/contacts/";

    private static final int LISTED = 500;

    private final String name;
    private final Contacts contacts;

    /**
     * @param name of the CRM that the sandbox is in place of
     */
    ContactPages(String name, Contacts contacts) {
        this.name = name;
        this.contacts = contacts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestURI().getPath().substring(PATH.length());
            Optional<String> page =
                    id.isEmpty() ? Optional.of(list()) : contacts.find(id).map(this::contact);
            byte[] body = html(page.orElse("<p>There is no such contact.</p>"));
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String list() {
        StringBuilder items = new StringBuilder("<ul>\n");
        contacts.all().stream()
                .limit(LISTED)
                .forEach(it ->
                        items.append(
                                "<li><a href=\"%s%s\">%s</a></li>\n"
                                        .formatted(PATH, escaped(it.id()), escaped(it.id()))));
        return items.append("</ul>").toString();
    }

    private String contact(Contact contact) {
        StringBuilder rows =
                new StringBuilder(
                        "<h2>Contact %s</h2>\n<table>\n".formatted(escaped(contact.id())));
        new TreeMap<>(contact.values())
                .forEach((field, value) ->
                        rows.append(
                                "<tr><th align=\"left\">%s</th><td>%s</td></tr>\n"
                                        .formatted(escaped(field), escaped(value))));
        return rows.append("</table>\n<p>Written %d times.</p>".formatted(contact.changes()))
                .toString();
    }

    private byte[] html(String content) {
        return """
        <!doctype html>
        <html lang="en">
        <head><title>Sandbox in place of %1$s</title></head>
        <body>
        <h1>Sandbox in place of %1$s</h1>
        <p>No CRM is behind this: a server of Laurel's own, which forgets everything when it stops.</p>
        %2$s
        </body>
        </html>
        """
                .formatted(escaped(name), content)
                .getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
