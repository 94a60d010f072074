package dev.laurel.scoring.liability.web;

import dev.laurel.scoring.liability.Liabilities;
import dev.laurel.scoring.liability.WalletLiability;
import dev.laurel.scoring.programs.web.KnownPrograms;
import java.math.BigInteger;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the books say for the finance department. */
@RestController
class LiabilityController {

    private final Liabilities liabilities;
    private final KnownPrograms programs;

    LiabilityController(Liabilities liabilities, KnownPrograms programs) {
        this.liabilities = liabilities;
        this.programs = programs;
    }

    record LiabilityView(List<WalletLiabilityView> wallets, boolean zeroSum) {}

    /** See {@link WalletLiability}. */
    record WalletLiabilityView(
            String wallet,
            BigInteger outstanding,
            BigInteger held,
            BigInteger owed,
            BigInteger net,
            BigInteger issued,
            BigInteger takenBack,
            BigInteger spent,
            long members,
            BigInteger sum,
            boolean zeroSum) {

        static WalletLiabilityView of(WalletLiability wallet) {
            return new WalletLiabilityView(
                    wallet.wallet(),
                    wallet.outstanding(),
                    wallet.held(),
                    wallet.owed(),
                    wallet.net(),
                    wallet.issued(),
                    wallet.takenBack(),
                    wallet.spent(),
                    wallet.members(),
                    wallet.sum(),
                    wallet.isZeroSum());
        }
    }

    @GetMapping("/v1/programs/{program}/ledger/liability")
    LiabilityView liability(@PathVariable String program) {
        programs.check(program);
        List<WalletLiability> wallets = liabilities.of(program);
        return new LiabilityView(
                wallets.stream().map(WalletLiabilityView::of).toList(),
                wallets.stream().allMatch(WalletLiability::isZeroSum));
    }
}
