package dev.laurel.scoring.reports.web;

import dev.laurel.scoring.reports.Figures;
import dev.laurel.scoring.reports.web.BooksView.AccountView;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** What a wallet moved on a day of the program's time zone; rules are among the accounts. */
record DayView(
        LocalDate day,
        String wallet,
        BigInteger issued,
        BigInteger takenBack,
        BigInteger spent,
        BigInteger refunded,
        BigInteger expired,
        List<AccountView> accounts) {

    static DayView of(LocalDate day, Figures figures) {
        return new DayView(
                day,
                figures.wallet(),
                figures.issued(),
                figures.takenBack(),
                figures.spent(),
                figures.refunded(),
                figures.expired(),
                figures.accounts().stream().map(AccountView::of).toList());
    }
}
