package dev.laurel.scoring.reports;

import static java.math.RoundingMode.HALF_EVEN;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the accounts of one wallet say together.
 *
 * @param wallet the wallet's id
 * @param accounts all of them, by id
 */
public record Figures(String wallet, List<AccountTotal> accounts) {

    /** Accounts whose points are the members': what the program owes. */
    private static final Set<String> MEMBERS = Set.of("member", "pending", "held");

    private static final String ISSUANCE = "issuance:";
    private static final String EXCHANGED = "exchanged:";
    private static final int BREAKAGE_DIGITS = 6;

    public Figures {
        accounts = List.copyOf(accounts);
    }

    /** Figures per wallet, by id. */
    public static List<Figures> of(Collection<AccountTotal> accounts) {
        Map<String, List<AccountTotal>> wallets = new TreeMap<>();
        accounts.forEach(account ->
                wallets.computeIfAbsent(account.wallet(), _ -> new ArrayList<>()).add(account));
        return wallets.entrySet().stream()
                .map(wallet -> new Figures(wallet.getKey(), wallet.getValue()))
                .toList();
    }

    /** What the program owes its members, all balances together. */
    public BigInteger net() {
        return accounts.stream()
                .filter(account -> MEMBERS.contains(account.account()))
                .map(AccountTotal::balance)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Points given by mechanics and by hand. */
    public BigInteger issued() {
        return issuance().map(AccountTotal::debits).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Points taken back by mechanics and by hand. */
    public BigInteger takenBack() {
        return issuance().map(AccountTotal::credits).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Points spent, before refunds. */
    public BigInteger spent() {
        return account("spent").credits();
    }

    public BigInteger refunded() {
        return account("spent").debits();
    }

    /** Points that expired, less those brought back. */
    public BigInteger expired() {
        return account("expired").balance();
    }

    /** Points that members exchanged for those of other wallets. */
    public BigInteger exchangedOut() {
        return exchanged().map(AccountTotal::credits).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Points that members got for those of other wallets. */
    public BigInteger exchangedIn() {
        return exchanged().map(AccountTotal::debits).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Of the points whose end is known, the share that expired: {@code expired / (expired + spent -
     * refunded + exchangedOut)}; {@code null} while none has ended. What is outstanding is no part
     * of it.
     */
    public @Nullable BigDecimal breakage() {
        BigInteger ended = expired().add(account("spent").balance()).add(exchangedOut());
        return ended.signum() <= 0
                ? null
                : new BigDecimal(expired())
                        .divide(new BigDecimal(ended), BREAKAGE_DIGITS, HALF_EVEN);
    }

    /** Over all accounts: 0, or the ledger is broken. */
    public BigInteger sum() {
        return accounts.stream()
                .map(AccountTotal::balance)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    public boolean isZeroSum() {
        return sum().signum() == 0;
    }

    private Stream<AccountTotal> issuance() {
        return accounts.stream().filter(account -> account.account().startsWith(ISSUANCE));
    }

    private Stream<AccountTotal> exchanged() {
        return accounts.stream().filter(account -> account.account().startsWith(EXCHANGED));
    }

    private AccountTotal account(String id) {
        return accounts.stream()
                .filter(account -> account.account().equals(id))
                .findAny()
                .orElse(new AccountTotal(wallet, id, BigInteger.ZERO, BigInteger.ZERO));
    }
}
