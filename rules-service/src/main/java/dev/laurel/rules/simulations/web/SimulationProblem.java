package dev.laurel.rules.simulations.web;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of simulations; those of the program are authoring's. */
enum SimulationProblem implements ProblemType {
    UNKNOWN_SIMULATION("unknown-simulation", "The program has no such simulation.", NOT_FOUND),
    NO_DRAFT("no-draft", "The program has no draft.", NOT_FOUND),
    UNKNOWN_VERSION("unknown-version", "The program has no such version.", NOT_FOUND),
    INVALID_PROGRAM("invalid-program", "The program has problems.", UNPROCESSABLE_CONTENT),
    TOO_MANY_SIMULATIONS(
            "too-many-simulations", "Enough simulations are waiting.", TOO_MANY_REQUESTS);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    SimulationProblem(String slug, String title, HttpStatus status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
