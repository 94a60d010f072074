package dev.laurel.scoring.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static AccountTotal total(String wallet, String account, long debits, long credits) {
        return new AccountTotal(
                wallet, account, BigInteger.valueOf(debits), BigInteger.valueOf(credits));
    }

    @Test
    void tellsWhatBecameOfAllPointsIssued() {
        // When
        Figures figures =
                Figures.of(
                                List.of(
                                        total("stars", "expired", 5, 25),
                                        total("stars", "held", 70, 80),
                                        total("stars", "issuance:adjustment:manual", 40, 0),
                                        total("stars", "issuance:rule:base", 160, 30),
                                        total("stars", "member", 110, 190),
                                        total("stars", "spent", 10, 70)))
                        .getFirst();

        // Then
        assertThat(figures.issued()).isEqualTo(BigInteger.valueOf(200));
        assertThat(figures.takenBack()).isEqualTo(BigInteger.valueOf(30));
        assertThat(figures.spent()).isEqualTo(BigInteger.valueOf(70));
        assertThat(figures.refunded()).isEqualTo(BigInteger.valueOf(10));
        assertThat(figures.expired()).isEqualTo(BigInteger.valueOf(20));
        assertThat(figures.net()).isEqualTo(BigInteger.valueOf(90));
        assertThat(figures.sum()).isEqualTo(BigInteger.valueOf(0));
        assertThat(figures.breakage()).isEqualTo(new BigDecimal("0.250000"));
    }

    @Test
    void knowsNoBreakageWhileNoPointHasEnded() {
        Figures figures = new Figures("stars", List.of(total("stars", "member", 0, 10)));

        assertThat(figures.breakage()).isNull();
        assertThat(figures.isZeroSum()).isFalse();
    }

    @Test
    void keepsWalletsApart() {
        List<Figures> figures =
                Figures.of(
                        List.of(total("stars", "member", 0, 10), total("miles", "member", 0, 3)));

        assertThat(figures).extracting(Figures::wallet).containsExactly("miles", "stars");
        assertThat(figures)
                .extracting(Figures::net)
                .map(BigInteger::intValue)
                .containsExactly(3, 10);
    }
}
