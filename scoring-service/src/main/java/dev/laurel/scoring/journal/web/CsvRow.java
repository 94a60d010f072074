package dev.laurel.scoring.journal.web;

import dev.laurel.scoring.journal.Entry;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry as a line of CSV (RFC 4180). What shops and marketers chose is text to a spreadsheet,
 * never a formula: where it begins like one, or with an apostrophe, it gets an apostrophe in front,
 * which whoever wants the exact text takes off again.
 */
final class CsvRow {

    static final String HEADER =
            Stream.of(
                            "posting",
                            "recorded_at",
                            "event_time",
                            "local_date",
                            "program",
                            "wallet",
                            "member",
                            "sequence",
                            "debit",
                            "credit",
                            "amount",
                            "balance_after",
                            "cause_kind",
                            "cause_id",
                            "decision",
                            "version",
                            "event_source",
                            "event_id",
                            "channel")
                    .collect(Collectors.joining(",", "", "\r\n"));

    private static final Pattern FORMULA =
            Pattern.compile("['=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private CsvRow() {}

    static String of(Entry entry) {
        return Stream.of(
                        entry.id().toString(),
                        entry.recordedAt().toString(),
                        entry.eventTime().toString(),
                        entry.localDate().toString(),
                        text(entry.program()),
                        text(entry.wallet()),
                        text(entry.member()),
                        Long.toString(entry.sequence()),
                        text(entry.debit()),
                        text(entry.credit()),
                        Long.toString(entry.amount()),
                        Long.toString(entry.balanceAfter()),
                        text(entry.causeKind()),
                        text(entry.causeId()),
                        Objects.toString(entry.decision(), ""),
                        Objects.toString(entry.version(), ""),
                        text(entry.eventSource()),
                        text(entry.eventId()),
                        text(Objects.toString(entry.channel(), "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String text(String value) {
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return SPECIAL.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
