package dev.laurel.engine.teams;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.events.BareEvents;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MetricCellCodec;
import dev.laurel.engine.teams.TeamContribution.Part;
import java.util.ArrayList;
import java.util.List;

/** Contributions and news as bytes, on their way between members and teams. */
public final class TeamMessages {

    private static final int VERSION = 1;

    private TeamMessages() {}

    public static byte[] encode(TeamContribution contribution) {
        ByteWriter out = new ByteWriter(VERSION);
        out.text(contribution.team()).text(contribution.member());
        BareEvents.write(contribution.event(), out);
        out.unsigned(contribution.parts().size());
        for (Part part : contribution.parts()) {
            MetricCellCodec.write(part.cell(), out);
            MetricCellCodec.write(part.amount(), out);
            out.unsigned(part.takenBack() ? 1 : 0);
        }
        return out.toBytes();
    }

    /**
     * Reads a contribution.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static TeamContribution contribution(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a contribution to a team", VERSION);
        String team = in.text();
        String member = in.text();
        Event event = BareEvents.read(in);
        List<Part> parts = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            parts.add(
                    new Part(
                            MetricCellCodec.readKey(in),
                            MetricCellCodec.readCell(in),
                            in.count() == 1));
        }
        in.end();
        return new TeamContribution(team, member, event, parts);
    }

    public static byte[] encode(TeamNews news) {
        ByteWriter out = new ByteWriter(VERSION);
        out.text(news.team()).text(news.member());
        out.text(news.challenge().challenge()).signed(news.challenge().occurrence());
        out.unsigned(news.steps().size());
        for (StepProgress step : news.steps()) {
            out.text(step.step());
            write(step.before(), out);
            write(step.after(), out);
            write(step.target(), out);
        }
        out.unsigned(news.standing()).unsigned(news.revision()).unsigned(news.latest() ? 1 : 0);
        BareEvents.write(news.event(), out);
        return out.toBytes();
    }

    /**
     * Reads news.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static TeamNews news(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "news of a team", VERSION);
        String team = in.text();
        String member = in.text();
        ChallengeKey challenge = new ChallengeKey(in.text(), in.signed());
        List<StepProgress> steps = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            steps.add(new StepProgress(in.text(), readNumber(in), readNumber(in), readNumber(in)));
        }
        TeamNews news =
                new TeamNews(
                        team,
                        member,
                        challenge,
                        steps,
                        in.count(),
                        in.count(),
                        in.count() == 1,
                        BareEvents.read(in));
        in.end();
        return news;
    }

    private static void write(double number, ByteWriter out) {
        out.unsigned(Double.doubleToLongBits(number));
    }

    private static double readNumber(ByteReader in) {
        return Double.longBitsToDouble(in.unsigned());
    }
}
