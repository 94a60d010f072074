package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, true",
        "write to ann@example.com please, true",
        "+442071234567, true",
        "' +44 (0)20 7123-4567 ', true",
        "+4420712, false",
        "442071234567, false",
        "@ann, false",
        "ann@localhost, false",
        "customer, false",
        "'', false"
    })
    void isAnAddressOrAPhoneNumberWithItsCountry(String text, boolean expected) {
        assertThat(Identity.isSaidBy(text)).isEqualTo(expected);
    }
}
