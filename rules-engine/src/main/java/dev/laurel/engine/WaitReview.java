package dev.laurel.engine;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.wallets.Wait;
import dev.laurel.engine.wallets.Wallet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Points out events that activate nothing, and wallets in which nothing waits for them. */
final class WaitReview {

    private final Program.Definition program;
    private final Problems warnings;

    WaitReview(Program.Definition program, Problems warnings) {
        this.program = program;
        this.warnings = warnings;
    }

    void review() {
        Set<String> awaited = new HashSet<>();
        List<Wallet> wallets = program.wallets();
        for (int i = 0; i < wallets.size(); i++) {
            Wait wait = wallets.get(i).validity().awaited();
            Activation by = wait == null ? null : program.activations().get(wait.until());
            if (by != null) {
                awaited.add(by.type());
                review(wallets.get(i).id(), by, Place.ROOT.child("wallets").child(i));
            }
        }
        for (String type : program.activations().keySet()) {
            if (!awaited.contains(type)) {
                warnings.add(
                        Place.ROOT.child("events").child(type).child("activates").pointer(),
                        "Expected a wallet whose points are pending until '%s', but there is none."
                                .formatted(type));
            }
        }
    }

    private void review(String wallet, Activation by, Place place) {
        boolean paid =
                program.rules().stream()
                        .filter(rule -> rule.on().equals(by.of()))
                        .flatMap(rule -> rule.awards().stream())
                        .anyMatch(award -> award.wallet().equals(wallet));
        if (!paid) {
            warnings.add(
                    place.child("pending").pointer(),
                    "Expected a rule on '%s' to pay into '%s', but none does, so nothing waits for '%s'."
                            .formatted(by.of(), wallet, by.type()));
        }
    }
}
