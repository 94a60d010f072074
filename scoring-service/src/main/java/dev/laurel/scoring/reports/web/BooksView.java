package dev.laurel.scoring.reports.web;

import dev.laurel.scoring.reports.AccountTotal;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.Figures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's books as of an instant, see {@link AsOf} and {@link Figures}.
 *
 * @param complete whether the same request will always have the same answer: nothing can be booked
 *     any more that would belong to it
 */
record BooksView(
        @Nullable Instant at,
        @Nullable Instant known,
        boolean complete,
        List<WalletBooksView> wallets,
        boolean zeroSum) {

    static BooksView of(AsOf asOf, boolean complete, List<Figures> wallets) {
        return new BooksView(
                asOf.at(),
                asOf.known(),
                complete,
                wallets.stream().map(WalletBooksView::of).toList(),
                wallets.stream().allMatch(Figures::isZeroSum));
    }

    record WalletBooksView(
            String wallet,
            BigInteger net,
            BigInteger issued,
            BigInteger takenBack,
            BigInteger spent,
            BigInteger refunded,
            BigInteger expired,
            BigInteger exchangedOut,
            BigInteger exchangedIn,
            @Nullable BigDecimal breakage,
            List<AccountView> accounts,
            BigInteger sum,
            boolean zeroSum) {

        static WalletBooksView of(Figures figures) {
            return new WalletBooksView(
                    figures.wallet(),
                    figures.net(),
                    figures.issued(),
                    figures.takenBack(),
                    figures.spent(),
                    figures.refunded(),
                    figures.expired(),
                    figures.exchangedOut(),
                    figures.exchangedIn(),
                    figures.breakage(),
                    figures.accounts().stream().map(AccountView::of).toList(),
                    figures.sum(),
                    figures.isZeroSum());
        }
    }

    /** See {@link AccountTotal}. */
    record AccountView(String account, BigInteger debits, BigInteger credits, BigInteger balance) {

        static AccountView of(AccountTotal total) {
            return new AccountView(
                    total.account(), total.debits(), total.credits(), total.balance());
        }
    }
}
