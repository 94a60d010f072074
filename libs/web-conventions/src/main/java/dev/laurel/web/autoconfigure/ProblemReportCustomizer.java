package dev.laurel.web.autoconfigure;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link ProblemReportValve} in the place of Tomcat's HTML error pages. */
record ProblemReportCustomizer(JsonMapper json)
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // No second one, with HTML, when the host starts.
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new ProblemReportValve(json));
            }
        });
    }

    /** After Boot's own valve: the later one is the inner one and reports first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
