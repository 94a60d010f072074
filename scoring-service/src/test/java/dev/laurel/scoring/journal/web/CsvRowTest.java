package dev.laurel.scoring.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

    private static final UUID ID = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");

    @Test
    void writesAnEntryAsOneLine() {
        // Given
        Entry entry =
                new Entry(
                        ID,
                        "retail-club",
                        "Smith, \"Ann\"\nÖ",
                        7,
                        "stars",
                        "issuance:rule:base-earn",
                        "member",
                        30,
                        -5,
                        30,
                        "rule",
                        "base-earn",
                        null,
                        null,
                        "/shop",
                        "-1",
                        Instant.parse("2011-11-30T22:30:00Z"),
                        LocalDate.parse("2011-12-01"),
                        Instant.parse("2011-12-01T08:00:00.000001Z"),
                        "web");

        // Then
        assertThat(CsvRow.of(entry))
                .isEqualTo(
                        "5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71,2011-12-01T08:00:00.000001Z,2011-11-30T22:30:00Z,2011-12-01,"
                                + "retail-club,stars,\"Smith, \"\"Ann\"\"\nÖ\",7,issuance:rule:base-earn,member,30,-5,"
                                + "rule,base-earn,,,/shop,'-1,web\r\n");
        assertThat(CsvRow.HEADER.split(",", -1)).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "'=1",
                "=HYPERLINK(\"http://x\",\"y\")"
            })
    void guardsWhatASpreadsheetWouldCompute(String formula) {
        // When
        String cell = CsvRow.text(formula);

        // Then
        String bare =
                cell.startsWith("\"")
                        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                        : cell;
        assertThat(bare).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "a=b", "1-1", "Ö"})
    void leavesOtherTextsAlone(String text) {
        assertThat(CsvRow.text(text)).isEqualTo(text);
    }
}
