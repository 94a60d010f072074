package dev.laurel.scoring.reports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.reports.Figures;
import dev.laurel.scoring.reports.web.BooksView.AccountView;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet moved on a day of the program's time zone; rules are among the accounts.
 *
 * @param channel through which of the program's channels, {@code null} for none of them, or where
 *     nobody asked for figures by channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DayView(
        LocalDate day,
        @Nullable String channel,
        String wallet,
        BigInteger issued,
        BigInteger takenBack,
        BigInteger spent,
        BigInteger refunded,
        BigInteger expired,
        List<AccountView> accounts) {

    static DayView of(LocalDate day, @Nullable String channel, Figures figures) {
        return new DayView(
                day,
                channel,
                figures.wallet(),
                figures.issued(),
                figures.takenBack(),
                figures.spent(),
                figures.refunded(),
                figures.expired(),
                figures.accounts().stream().map(AccountView::of).toList());
    }
}
