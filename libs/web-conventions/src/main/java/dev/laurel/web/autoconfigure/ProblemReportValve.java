package dev.laurel.web.autoconfigure;

import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Reports what Tomcat refuses before any servlet sees it, such as a request line with a blank. */
final class ProblemReportValve extends ErrorReportValve {

    private final JsonMapper json;

    ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = FrameworkProblems.plain(HttpStatusCode.valueOf(status), null);
        ProblemBody body = problem.body();
        String path = request.getRequestURI();
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            byte[] bytes =
                    json.writeValueAsString(path == null ? body : body.at(path))
                            .getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getReporter().write(new String(bytes, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("The caller did not wait for the error.", gone);
        }
    }
}
