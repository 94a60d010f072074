package dev.laurel.standalone.demo;

import dev.laurel.standalone.sandboxes.CrmFigures;
import java.util.Formatter;
import java.util.Locale;

/** The summary as people read it. */
final class SummaryText {

    private SummaryText() {}

    static String of(Summary summary) {
        try (Formatter text = new Formatter(Locale.ROOT)) {
            events(text, summary.events());
            text.format(
                    "%,d members, %,d purchases, %,d returns\n\n",
                    summary.members(), summary.events().purchases(), summary.events().returns());
            summary.wallets().forEach(wallet -> wallet(text, wallet));
            yearEnd(text, summary.yearEnd());
            text.format(
                    "The ledger's accounts %s up to zero.\n\n",
                    summary.zeroSum() ? "add" : "DO NOT add");
            summary.tiers()
                    .forEach(tier -> text.format("%,9d are %s\n", tier.members(), tier.name()));
            summary.badges()
                    .forEach(badge -> text.format("%,9d x %s\n", badge.holders(), badge.name()));
            text.format("\nThe first ten of all time\n");
            summary.board().forEach(place -> place(text, place));
            text.format("\n%,d member profiles are ready for a CRM.\n", summary.profiles());
            text.format("In the sandboxes in place of three CRMs\n");
            summary.crms().forEach(crm -> crm(text, crm));
            return text.toString();
        }
    }

    private static void events(Formatter text, Summary.Events events) {
        text.format(
                "%,d events in %.1f s (%,.0f per second), all decided and posted after %.1f s",
                events.sent(),
                events.sendingSeconds(),
                events.perSecond(),
                events.settledSeconds());
        if (events.refused() > 0) {
            text.format(", %,d refused", events.refused());
        }
        text.format("\n");
    }

    private static void wallet(Formatter text, Summary.Wallet wallet) {
        text.format(
                "%-8s %,12d given, %,10d taken back, %,12d outstanding",
                wallet.wallet(), wallet.given(), wallet.takenBack(), wallet.outstanding());
        if (wallet.expired() > 0) {
            text.format(", %,d expired", wallet.expired());
        }
        text.format("\n");
    }

    private static void yearEnd(Formatter text, Summary.YearEnd yearEnd) {
        text.format(
                "As of %s: %,d %s to be used, %,d pending, %,d expired.\n",
                yearEnd.at(),
                yearEnd.available(),
                yearEnd.wallet(),
                yearEnd.pending(),
                yearEnd.expired());
    }

    private static void crm(Formatter text, CrmFigures crm) {
        text.format(
                "%-10s %,d of %,d contacts equal the member view; %,d changes, %,d contacts written, %,d calls\n",
                crm.crm(), crm.equal(), crm.contacts(), crm.changes(), crm.written(), crm.calls());
        text.format("           one of them: %s\n", crm.page());
        if (!crm.isComplete()) {
            text.format(
                    "           EXPECTED all of them to be linked and equal, but %,d are linked and %,d equal\n",
                    crm.linked(), crm.equal());
        }
    }

    private static void place(Formatter text, Summary.Place place) {
        text.format("%9d. %-8s %,12d stars\n", place.rank(), place.member(), place.score());
    }
}
