package dev.laurel.engine;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.tiers.Tiers;
import java.util.List;

/** Looks for what is allowed in tiers, but is seldom meant. */
final class TierReview {

    private final Tiers tiers;
    private final Place place;
    private final Problems warnings;

    TierReview(Tiers tiers, Place place, Problems warnings) {
        this.tiers = tiers;
        this.place = place;
        this.warnings = warnings;
    }

    void review() {
        List<Tiers.Level> levels = tiers.levels();
        for (int i = 0; i < levels.size(); i++) {
            if (tiers.measure() instanceof Tiers.Measure.Wallet(String wallet)
                    && levels.get(i).award().containsKey(wallet)) {
                warnings.add(
                        place.child("levels").child(i).child("award").pointer(),
                        "Expected an award in another wallet, but '%s' is what the tiers follow: points of a tier don't count towards tiers."
                                .formatted(wallet));
            }
        }
        if (tiers.oneLevel() && tiers.grace().isZero() && levels.size() > 2) {
            warnings.add(
                    place.child("downgrade").pointer(),
                    "Expected a 'grace' with 'one-level', but there is none: members fall by another level each night.");
        }
    }
}
