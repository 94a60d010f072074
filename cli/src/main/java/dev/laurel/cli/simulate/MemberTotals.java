package dev.laurel.cli.simulate;

import dev.laurel.cli.CommandFailure;
import dev.laurel.simulation.Forecast;
import dev.laurel.simulation.MemberForecast;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every member would have, by member id. As CSV {@code member,kind,id,amount} with one row per
 * wallet, badge, completed challenge and tier; as JSON one object per member and line.
 */
final class MemberTotals {

    private final Writer out;

    private MemberTotals(Writer out) {
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @throws CommandFailure when it can't be written
     */
    static void write(Forecast forecast, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            MemberTotals totals = new MemberTotals(out);
            if (file.toString().endsWith(".ndjson")) {
                totals.json(forecast);
            } else {
                totals.csv(forecast);
            }
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "Expected to write %s, but it can't be written: %s."
                            .formatted(file, unwritable.getMessage()),
                    unwritable);
        }
    }

    private void csv(Forecast forecast) throws IOException {
        out.write("member,kind,id,amount\n");
        for (MemberForecast member : forecast.members().values()) {
            for (Map.Entry<String, Long> balance : member.balances().entrySet()) {
                row(member.member(), "wallet", balance.getKey(), balance.getValue());
            }
            for (Map.Entry<String, Integer> badge : member.badges().entrySet()) {
                row(member.member(), "badge", badge.getKey(), badge.getValue());
            }
            for (String challenge : member.challenges()) {
                row(member.member(), "challenge", challenge, 1);
            }
            if (member.tier() != null) {
                row(member.member(), "tier", member.tier(), 1);
            }
        }
    }

    private void row(String member, String kind, String id, long amount) throws IOException {
        out.write("%s,%s,%s,%d\n".formatted(quoted(member), kind, id, amount));
    }

    /** As RFC 4180 has it; other ids than those of members have no need of quotes. */
    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void json(Forecast forecast) throws IOException {
        JsonMapper json = new JsonMapper();
        for (MemberForecast member : forecast.members().values()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("member", member.member());
            line.put("wallets", member.balances());
            line.put("badges", member.badges());
            line.put("challenges", member.challenges());
            if (member.tier() != null) {
                line.put("tier", member.tier());
            }
            out.write(json.writeValueAsString(line));
            out.write('\n');
        }
    }
}
