package dev.laurel.scoring.reports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up postings. Every report is read at one instant; what was never booked is empty. */
public interface Reports {

    /** Every account of the program that has moved, by wallet and account. */
    List<AccountTotal> accounts(String program, AsOf asOf);

    /** The same of one member's postings. Reads all of them. */
    List<AccountTotal> accounts(String program, String member, AsOf asOf);

    /**
     * What accounts moved per day, by day, channel, wallet and account.
     *
     * @param from the first day
     * @param to the last day
     * @param wallet of this wallet only, {@code null} for all
     * @param byChannel whether those of each channel are told apart
     */
    List<DayTotal> days(
            String program,
            LocalDate from,
            LocalDate to,
            @Nullable String wallet,
            boolean byChannel);
}
