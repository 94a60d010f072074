package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Balance;
import dev.laurel.crm.profiles.Profile;
import java.util.Optional;

/** What is in a wallet, or ever came into it; nothing counts as 0. */
record WalletField(String wallet, Measure measure) implements MemberField {

    private static final Balance NOTHING = new Balance(0, 0);

    /** Which of a wallet's two figures. */
    enum Measure {
        AVAILABLE,
        LIFETIME
    }

    static Optional<MemberField> of(String wallet, String measure) {
        return switch (measure) {
            case "available" -> Optional.of(new WalletField(wallet, Measure.AVAILABLE));
            case "lifetime" -> Optional.of(new WalletField(wallet, Measure.LIFETIME));
            default -> Optional.empty();
        };
    }

    @Override
    public String written() {
        return "wallets.%s.%s"
                .formatted(
                        wallet,
                        switch (measure) {
                            case AVAILABLE -> "available";
                            case LIFETIME -> "lifetime";
                        });
    }

    @Override
    public FieldType type() {
        return FieldType.INTEGER;
    }

    @Override
    public String text(Profile profile) {
        Balance balance = profile.wallets().getOrDefault(wallet, NOTHING);
        return Long.toString(
                switch (measure) {
                    case AVAILABLE -> balance.available();
                    case LIFETIME -> balance.lifetime();
                });
    }
}
