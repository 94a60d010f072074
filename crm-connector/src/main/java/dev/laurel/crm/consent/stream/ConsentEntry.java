package dev.laurel.crm.consent.stream;

import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.crm.consent.ConsentNews;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.intake.Received;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is needed here of {@link MemberAttributes}, whose components these are. */
record ConsentEntry(
        String program, String member, @Nullable Map<String, @Nullable Boolean> consents) {

    /** What the consent to CRMs is called. */
    private static final String CRM = "crm";

    static ConsentNews news(Received<ConsentEntry> received) {
        ConsentEntry told = received.value();
        return new ConsentNews(
                new Member(told.program(), told.member()),
                told.consents() == null ? null : told.consents().get(CRM),
                Mark.ofOffset(received.partition(), received.offset()));
    }
}
