package dev.laurel.web.autoconfigure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the container sends a request that failed outside of Spring MVC, in a filter for instance.
 * It stands in for Boot's own controller, which answers in HTML or in a format of its own.
 */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null) {
            // Asked for by a caller, not by the container.
            return Answer.to(
                            FrameworkProblems.noRoute(request.getMethod(), request.getRequestURI()),
                            HttpStatus.NOT_FOUND,
                            new HttpHeaders())
                    .entity(request.getRequestURI());
        }
        HttpStatusCode status = status(request);
        Answer answer =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                        ? Answer.to(thrown, status, new HttpHeaders())
                        : Answer.to(
                                FrameworkProblems.plain(status, null), status, new HttpHeaders());
        return answer.entity(path.toString());
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
