package dev.laurel.scoring.accounts.web;

import dev.laurel.scoring.accounts.Accounts;
import dev.laurel.scoring.accounts.Wallet;
import dev.laurel.scoring.programs.web.KnownPrograms;
import java.util.List;
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

    /**
     * @param available points that can be spent
     * @param pending points that are not active yet
     * @param held points that are reserved
     * @param lifetime all points ever given, less those taken back by reversals
     */
    record WalletView(String wallet, long available, long pending, long held, long lifetime) {

        static WalletView of(Wallet wallet) {
            return new WalletView(
                    wallet.wallet(), wallet.available(), 0, wallet.held(), wallet.lifetime());
        }
    }

    @GetMapping("/v1/programs/{program}/members/{member}/wallets")
    WalletsView wallets(@PathVariable String program, @PathVariable String member) {
        programs.check(program);
        return new WalletsView(
                member, accounts.wallets(program, member).stream().map(WalletView::of).toList());
    }
}
