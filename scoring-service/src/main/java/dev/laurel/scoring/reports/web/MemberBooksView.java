package dev.laurel.scoring.reports.web;

import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.Figures;
import dev.laurel.scoring.reports.web.BooksView.AccountView;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one member had as of an instant, and where it came from and went. */
record MemberBooksView(
        String member,
        @Nullable Instant at,
        @Nullable Instant known,
        boolean complete,
        List<MemberWalletView> wallets) {

    /**
     * @param net what the program owed the member
     */
    record MemberWalletView(String wallet, BigInteger net, List<AccountView> accounts) {}

    static MemberBooksView of(String member, AsOf asOf, boolean complete, List<Figures> wallets) {
        return new MemberBooksView(
                member,
                asOf.at(),
                asOf.known(),
                complete,
                wallets.stream()
                        .map(figures ->
                                new MemberWalletView(
                                        figures.wallet(),
                                        figures.net(),
                                        figures.accounts().stream().map(AccountView::of).toList()))
                        .toList());
    }
}
