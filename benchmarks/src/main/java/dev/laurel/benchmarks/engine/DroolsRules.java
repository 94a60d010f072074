package dev.laurel.benchmarks.engine;

import dev.laurel.engine.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The ten rules in Drools, in a session that is kept for {@value #PER_SESSION} purchases: what each
 * rule asks for. A session never lets go of the matches of facts that were deleted, so one that is
 * kept for ever fills the heap. Limits, metrics, challenges, ids and reasons are none of its
 * business, so it does less than the engine. For one thread.
 */
public final class DroolsRules implements AutoCloseable {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Enough for a new session to cost next to nothing for each, few enough to fit into caches. */
    static final int PER_SESSION = 1_000;

    private final KieBase rules;
    private KieSession session;
    private int decided;
    private final List<Award> awards = new ArrayList<>();

    /** Points that a rule asks for. */
    public record Award(String rule, String wallet, long points) {}

    /** A purchase as a fact. */
    public static final class Purchase {

        private final double amount;
        private final String currency;
        private final String channel;
        private final String store;
        private final long items;
        private final List<?> categories;
        private final int hour;

        Purchase(Event event) {
            this.amount = ((Number) Purchases.field(event, "amount")).doubleValue();
            this.currency = (String) Purchases.field(event, "currency");
            this.channel = (String) Purchases.field(event, "channel");
            this.store = (String) Purchases.field(event, "store");
            this.items = ((Number) Purchases.field(event, "items")).longValue();
            this.categories = (List<?>) Purchases.field(event, "categories");
            this.hour = event.time().atZone(LONDON).getHour();
        }

        public double getAmount() {
            return amount;
        }

        public String getCurrency() {
            return currency;
        }

        public String getChannel() {
            return channel;
        }

        public String getStore() {
            return store;
        }

        public long getItems() {
            return items;
        }

        public List<?> getCategories() {
            return categories;
        }

        public int getHour() {
            return hour;
        }
    }

    DroolsRules() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/dev/laurel/benchmarks/engine/ten-rules.drl", rules());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "Expected sound Drools rules, but: " + builder.getResults());
        }
        this.rules =
                services.newKieContainer(services.getRepository().getDefaultReleaseId())
                        .getKieBase();
        this.session = session(rules, awards);
    }

    private static KieSession session(KieBase rules, List<Award> awards) {
        KieSession session = rules.newKieSession();
        session.setGlobal("awards", awards);
        return session;
    }

    private static String rules() {
        try (InputStream rules = DroolsRules.class.getResourceAsStream("ten-rules.drl")) {
            return new String(Objects.requireNonNull(rules).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What each rule asks for on a purchase, in no order. */
    List<Award> decide(Event event) {
        awards.clear();
        if (decided++ % PER_SESSION == 0) {
            session.dispose();
            session = session(rules, awards);
        }
        FactHandle fact = session.insert(new Purchase(event));
        session.fireAllRules();
        session.delete(fact);
        return List.copyOf(awards);
    }

    @Override
    public void close() {
        session.dispose();
    }
}
