package dev.laurel.scoring.accounts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.accounts.Accounts;
import dev.laurel.scoring.accounts.Wallet;
import dev.laurel.scoring.programs.web.KnownPrograms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member has. */
@RestController
class WalletsController {

    private final Accounts accounts;
    private final KnownPrograms programs;

    WalletsController(Accounts accounts, KnownPrograms programs) {
        this.accounts = accounts;
        this.programs = programs;
    }

    record WalletsView(String member, List<WalletView> wallets) {}

    /** Points that expire together. */
    record ExpiringView(Instant at, long points) {}

    /**
     * @param available points that can be spent
     * @param pending points that are not active yet
     * @param held points that are reserved
     * @param lifetime all points ever given, less those taken back by reversals
     * @param expiring what expires next; absent when nothing does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WalletView(
            String wallet,
            long available,
            long pending,
            long held,
            long lifetime,
            @Nullable ExpiringView expiring) {

        static WalletView of(Wallet wallet) {
            return new WalletView(
                    wallet.wallet(),
                    wallet.available(),
                    wallet.pending(),
                    wallet.held(),
                    wallet.lifetime(),
                    wallet.next() == null
                            ? null
                            : new ExpiringView(wallet.next().at(), wallet.next().points()));
        }
    }

    @GetMapping("/v1/programs/{program}/members/{member}/wallets")
    WalletsView wallets(@PathVariable String program, @PathVariable String member) {
        programs.check(program);
        return new WalletsView(
                member, accounts.wallets(program, member).stream().map(WalletView::of).toList());
    }
}
