package dev.laurel.cli.platform;

import java.net.URI;
import picocli.CommandLine.Option;

/** Option of every command that talks to a running platform. */
public final class PlatformOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:LAUREL_URL:-http://127.0.0.1:8080}",
            description = "Where the platform is (${DEFAULT-VALUE}; also as LAUREL_URL).")
    private URI url = URI.create("http://127.0.0.1:8080");

    /** The platform's address, without a slash at the end. */
    public URI url() {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
