package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.dynamics.DynamicsWire.Request;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes contacts in Dynamics 365, by create and not by upsert: what is there stays as it is. The
 * alternate key can't be on two contacts; what else is the same person, the environment's rules of
 * duplicate detection say, which a call has to ask for.
 */
record DynamicsMaking(DynamicsWire wire) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of an alternate key, of a duplicate, and of a rule that detects duplicates. */
    private static final Set<String> THERE = Set.of("0x80060892", "0x80040237", "0x80040333");

    Answer<List<Making>> make(List<NewContact> contacts) {
        StringBuilder body = new StringBuilder();
        for (int place = 0; place < contacts.size(); place++) {
            NewContact contact = contacts.get(place);
            body.append(
                    Batch.creation(
                            place + 1,
                            wire.root() + "contacts",
                            JSON.writeValueAsString(
                                    Map.of(
                                            "lastname",
                                            contact.lastName(),
                                            DynamicsCrm.EMAIL,
                                            contact.email(),
                                            contact.keyField(),
                                            contact.member()))));
        }
        body.append(Batch.end());
        return wire.call(
                Request.batch(contacts.size(), body.toString()),
                response -> makings(contacts, response));
    }

    /** In the order of the operations; of what is left out nobody knows what became of it. */
    private static List<Making> makings(List<NewContact> contacts, Response response) {
        List<Batch.Part> parts = Batch.parts(response);
        String correlation = DynamicsErrors.correlation(response);
        List<Making> makings = new ArrayList<>();
        for (int place = 0; place < contacts.size(); place++) {
            makings.add(
                    place < parts.size()
                            ? making(parts.get(place), correlation)
                            : new Making.Again(
                                    "The answer of Dynamics does not say what became of it."));
        }
        return makings;
    }

    private static Making making(Batch.Part part, String correlation) {
        return switch (DynamicsErrors.single(part, correlation)) {
            case Outcome.Done _ ->
                    part.entity().isEmpty() ? new Making.There("") : new Making.Made(part.entity());
            case Outcome.Again again -> new Making.Again(again.reason());
            case Outcome.Gone _ -> new Making.Again("Dynamics says that it is gone.");
            case Outcome.Refused refused ->
                    THERE.contains(refused.refusal().code())
                            ? new Making.There("")
                            : new Making.Refused(refused.refusal());
        };
    }
}
