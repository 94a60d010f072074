package dev.laurel.standalone.demo;

import java.util.Locale;

/** The summary as people read it. */
final class SummaryText {

    private final StringBuilder text = new StringBuilder();

    private SummaryText() {}

    static String of(Summary summary) {
        SummaryText text = new SummaryText();
        text.events(summary.events());
        text.line("%,d members, %,d purchases, %,d returns",
                summary.members(), summary.events().purchases(), summary.events().returns());
        text.line("");
        summary.wallets().forEach(text::wallet);
        text.line("The ledger's accounts %s up to zero.", summary.zeroSum() ? "add" : "DO NOT add");
        text.line("");
        summary.badges().forEach(badge ->
                text.line("%,9d x %s", badge.holders(), badge.name()));
        text.line("");
        text.line("The first ten of all time");
        summary.board().forEach(place ->
                text.line("%9d. %-8s %,12d stars", place.rank(), place.member(), place.score()));
        text.line("");
        text.line("%,d member profiles are ready for a CRM.", summary.profiles());
        return text.text.toString();
    }

    private void events(Summary.Events events) {
        line("%,d events in %.1f s (%,.0f per second), all decided and posted after %.1f s%s",
                events.sent(),
                events.sendingSeconds(),
                events.perSecond(),
                events.settledSeconds(),
                events.refused() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d refused", events.refused()));
    }

    private void wallet(Summary.Wallet wallet) {
        line("%-8s %,12d given, %,10d taken back, %,12d outstanding",
                wallet.wallet(), wallet.given(), wallet.takenBack(), wallet.outstanding());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
