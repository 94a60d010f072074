package dev.laurel.crm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "locale",
                "timeZone",
                "team",
                "displayName",
                "segments",
                "attributes.city",
                "attributes.kids as number",
                "attributes.vip as boolean"
            })
    void isWrittenAsItWasRead(String written) {
        // When
        InboundField field = InboundField.ofMember("source", written).orElseThrow();

        // Then
        assertThat(field.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "email",
                "contact.email",
                "attributes",
                "attributes.",
                "attributes.a.b",
                "attributes.1a",
                "attributes.a as date",
                "locale as number",
                "segments as boolean"
            })
    void isNothingThatIsNotKnownOfMembers(String written) {
        // Then
        assertThat(InboundField.ofMember("source", written)).isEmpty();
    }

    @Test
    void readsNumbersAsCrmsWriteThem() {
        // Given
        InboundField field = InboundField.ofData("Amount", "amount as number").orElseThrow();

        // Then
        assertThat(field.read("5.0")).contains(5L);
        assertThat(field.read(" 1250 ")).contains(1_250L);
        assertThat(field.read("1.0E7")).contains(10_000_000L);
        assertThat(field.read("-12.50")).contains(new BigDecimal("-12.5"));
        assertThat(field.read("999999999999999999")).contains(999_999_999_999_999_999L);
        assertThat(field.read("1E99")).isPresent();
        assertThat(field.read("1E999")).isEmpty();
        assertThat(field.read("1,250")).isEmpty();
        assertThat(field.read("12 EUR")).isEmpty();
        assertThat(field.read("NaN")).isEmpty();
    }

    @Test
    void readsListsBetweenSemicolons() {
        // Given
        InboundField field = InboundField.ofMember("interests", "segments").orElseThrow();

        // Then
        assertThat(field.read("tea; coffee;;tea")).contains(List.of("tea", "coffee"));
        assertThat(field.read(";")).contains(List.of());
    }

    @Test
    void readsNothingElseForATruth() {
        // Given
        InboundField field =
                InboundField.ofMember("vip", "attributes.vip as boolean").orElseThrow();

        // Then
        assertThat(field.read("true")).contains(true);
        assertThat(field.read("false")).contains(false);
        assertThat(field.read("yes")).isEmpty();
    }
}
