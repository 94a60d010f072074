package dev.laurel.engine.exchanges;

import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Points out exchanges that lead back to the wallet that they began with, with more points. */
public final class Circles {

    /** What is given for a point in a circle that costs nothing, but for rounding. */
    private static final double NOTHING_GAINED = 1 + 1e-9;

    private final List<Rate> rates;

    private Circles(List<Rate> rates) {
        this.rates = rates;
    }

    /**
     * An exchange.
     *
     * @param each points of the one wallet for a point of the other
     */
    private record Rate(Section section, String id, String from, String to, double each) {}

    /** Warns of each exchange that is part of such a circle; of a sound document. */
    public static void review(Section document, Problems warnings) {
        List<Rate> rates = new ArrayList<>();
        for (Section exchange : document.sections("exchanges")) {
            Section from = exchange.section("from");
            Section to = exchange.section("to");
            if (from != null && to != null) {
                rates.add(
                        new Rate(
                                exchange,
                                String.valueOf(exchange.text("id")),
                                String.valueOf(from.text("wallet")),
                                String.valueOf(to.text("wallet")),
                                points(to) / points(from)));
            }
        }
        Circles circles = new Circles(rates);
        for (Rate rate : rates) {
            double gain = circles.gain(rate);
            if (gain > 1) {
                warnings.add(
                        rate.section().place().pointer(),
                        String.format(
                                Locale.ROOT,
                                "Expected exchanges that nobody gains by, but from '%s' by '%s' and back there is %.4g for each point.",
                                rate.from(),
                                rate.id(),
                                gain));
            }
        }
    }

    private static double points(Section side) {
        Long points = side.whole("points");
        return points == null ? 1 : points;
    }

    /**
     * What the shortest circle by way of an exchange gives for a point, if that is more than one.
     */
    private double gain(Rate first) {
        Map<String, Double> best = Map.of(first.to(), first.each());
        for (int more = 0; more < rates.size(); more++) {
            Map<String, Double> further = new HashMap<>();
            for (Rate rate : rates) {
                Double reached = best.get(rate.from());
                if (reached != null) {
                    further.merge(rate.to(), reached * rate.each(), Math::max);
                }
            }
            Double back = further.remove(first.from());
            if (back != null && back > NOTHING_GAINED) {
                return back;
            }
            best = further;
        }
        return 1;
    }
}
