package dev.laurel.crm.delivery;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import dev.laurel.crm.vendor.Write;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A CRM of which nobody asks anything but to write. */
record WriteOnlyCrm(Function<List<Write>, Answer<List<Outcome>>> answers) implements Crm {

    @Override
    public int largestBatch() {
        return 100;
    }

    @Override
    public Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Integer> create(List<FieldSpec> missing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Map<String, List<Candidate>>> find(
            Lookup lookup, String keyField, List<String> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<Outcome>> write(List<Write> writes) {
        return answers.apply(writes);
    }

    @Override
    public Answer<List<Making>> make(List<NewContact> contacts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields) {
        throw new UnsupportedOperationException();
    }
}
