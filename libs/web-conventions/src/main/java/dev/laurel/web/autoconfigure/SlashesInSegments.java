package dev.laurel.web.autoconfigure;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Lets {@code %2F} and {@code %5C} stand in a segment of the path: member ids and event sources may
 * contain slashes. Spring matches the path before it decodes it, so they never separate segments.
 */
final class SlashesInSegments
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String AS_IT_IS = EncodedSolidusHandling.PASS_THROUGH.getValue();

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(AS_IT_IS);
            connector.setEncodedReverseSolidusHandling(AS_IT_IS);
        });
    }
}
