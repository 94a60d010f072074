package dev.laurel.scoring.journal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.journal.Entries;
import dev.laurel.scoring.journal.Entry;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The journal of a range of booking time. What has been handed out never changes and nothing is
 * added in between: a range ends before the first booking that is still on its way.
 */
@RestController
class JournalController {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final Entries entries;
    private final KnownPrograms programs;

    JournalController(Entries entries, KnownPrograms programs) {
        this.entries = entries;
        this.programs = programs;
    }

    /**
     * @param until the range ended here, where the request said nothing or more than is complete
     */
    record JournalPage(List<EntryView> items, @Nullable String next, Instant until) {}

    @GetMapping("/v1/programs/{program}/ledger/journal")
    JournalPage page(
            @PathVariable String program,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String wallet,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Entries.Range range = range(program, from, to, wallet);
        Page<Entry> page =
                Page.of(
                        entries.page(range, cursor == null ? null : place(cursor), limit.plusOne()),
                        limit,
                        JournalController::cursor);
        return new JournalPage(
                page.items().stream().map(EntryView::of).toList(), page.next(), range.to());
    }

    /** Ends in the middle, without the last chunk, when the database fails on the way. */
    @GetMapping("/v1/programs/{program}/ledger/journal.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String program,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String wallet) {
        Entries.Range range = range(program, from, to, wallet);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(program + "-journal.csv")
                                .build()
                                .toString())
                .body(out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
                    writer.write(CsvRow.HEADER);
                    entries.forEach(range, entry -> write(writer, entry));
                    writer.flush();
                });
    }

    private static void write(Writer writer, Entry entry) {
        try {
            writer.write(CsvRow.of(entry));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Entries.Range range(
            String program, @Nullable Instant from, @Nullable Instant to, @Nullable String wallet) {
        programs.check(program);
        Instant first = from == null ? BEGINNING : from.truncatedTo(ChronoUnit.MICROS);
        if (to != null && to.isBefore(first)) {
            String message = "Expected an end after %s, but it was %s.".formatted(from, to);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("?to", message, "an instant after 'from'")));
        }
        Instant complete = entries.completeUntil();
        Instant end = to == null || to.isAfter(complete) ? complete : to;
        return new Entries.Range(program, first, end.truncatedTo(ChronoUnit.MICROS), wallet);
    }

    private static Cursor cursor(Entry last) {
        Entry.Place place = last.place();
        return Cursor.of(place.recordedAt(), place.member(), place.sequence());
    }

    private static Entry.Place place(Cursor cursor) {
        return new Entry.Place(cursor.instant(0), cursor.text(1), cursor.number(2));
    }
}
