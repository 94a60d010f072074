package dev.laurel.tiers;

import java.math.BigDecimal;

/** What takes members up the tiers of a program. */
public sealed interface Measure {

    /** Under which what was measured on each day is kept: of two measures never the same. */
    String key();

    /** How many of what is measured make one of what the program says. */
    long unit();

    /** What was measured, as people read it. */
    default BigDecimal figure(long measured) {
        BigDecimal figure = BigDecimal.valueOf(measured).divide(BigDecimal.valueOf(unit()));
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Points of a wallet: those given, less those taken back. */
    record Wallet(String id) implements Measure {

        @Override
        public String key() {
            return id;
        }

        @Override
        public long unit() {
            return 1;
        }
    }

    /** What a metric measures, in millionths. */
    record Metric(String id) implements Measure {

        /** No wallet's id has a colon. */
        @Override
        public String key() {
            return "metric:" + id;
        }

        @Override
        public long unit() {
            return 1_000_000;
        }
    }
}
