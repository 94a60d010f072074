package dev.laurel.engine.events;

import dev.laurel.engine.lines.Line;
import dev.laurel.engine.lines.LineReturn;
import dev.laurel.engine.lines.Lines;
import dev.laurel.engine.shares.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of an event and of its returns are written. Immutable.
 *
 * @param of the list in the data of the event
 * @param returned the list in the data of the return
 * @param fields the fields of a line, in both
 */
public record LineShape(String of, String returned, Fields fields) {

    private static final double MILLION = 1_000_000;
    private static final long MOST = 1_000_000_000_000_000L;

    /** So that what is kept of an event stays small. */
    private static final int MOST_LINES = 1_000;

    private static final int LONGEST_ID = 200;

    /**
     * The fields of a line.
     *
     * @param id what names it
     * @param quantity how much of it there is, {@code null} where each line is one
     * @param price what one of it is worth
     * @param amount what the whole line is worth
     */
    public record Fields(
            String id,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String amount) {}

    /** The elements of an event's list by their ids, in order. */
    public Map<String, List<Object>> byId(Map<String, Object> data) {
        Map<String, List<Object>> byId = new LinkedHashMap<>();
        for (Object element : list(data, of)) {
            byId.computeIfAbsent(id(element), id -> new ArrayList<>()).add(element);
        }
        return byId;
    }

    /** The lines of an event; none where there are too many to keep. */
    public Lines lines(Map<String, Object> data) {
        Map<String, List<Object>> byId = byId(data);
        if (byId.size() > MOST_LINES) {
            return Lines.NONE;
        }
        List<Line> lines = new ArrayList<>();
        byId.forEach((id, elements) -> {
            long quantity = 0;
            long worth = 0;
            for (Object element : elements) {
                quantity = Math.min(MOST, quantity + quantity(element));
                worth = Math.min(MOST, worth + worth(element));
            }
            lines.add(new Line(id, quantity, worth, Share.NONE));
        });
        return new Lines(lines);
    }

    /**
     * What a return says of lines.
     *
     * @param notes takes a sentence for each element that says nothing that makes sense
     */
    public List<LineReturn> returns(Map<String, Object> data, Consumer<String> notes) {
        List<LineReturn> returns = new ArrayList<>();
        for (Object element : list(data, returned)) {
            String id = id(element);
            Object quantity = field(element, fields.quantity);
            Object amount = field(element, fields.amount);
            Long much = millionths(quantity == null ? amount : quantity);
            if (id.isEmpty()) {
                notes.accept("Expected '%s' in each line, but it is missing.".formatted(fields.id));
            } else if (quantity == null && amount == null) {
                returns.add(new LineReturn.All(id));
            } else if (much == null || much <= 0) {
                notes.accept(
                        "Expected more than 0 of '%s', but it was %s."
                                .formatted(id, quantity == null ? amount : quantity));
            } else {
                returns.add(
                        quantity == null
                                ? new LineReturn.Amount(id, much)
                                : new LineReturn.Quantity(id, much));
            }
        }
        return returns;
    }

    /** What a return has to be kept with while it waits. */
    Map<String, Object> kept(Map<String, Object> data) {
        List<Object> lines = new ArrayList<>();
        for (Object element : list(data, returned)) {
            if (element instanceof Map<?, ?> map) {
                Map<Object, Object> kept = new LinkedHashMap<>(map);
                kept.keySet()
                        .removeIf(key ->
                                !key.equals(fields.id)
                                        && !key.equals(fields.quantity)
                                        && !key.equals(fields.amount));
                lines.add(kept);
            } else {
                lines.add(element);
            }
        }
        return Map.of(returned, lines);
    }

    /** Whether the lines of the event are written the same. */
    boolean isOfSameLines(LineShape other) {
        return of.equals(other.of) && fields.equals(other.fields);
    }

    private static List<?> list(Map<String, Object> data, String field) {
        return data.get(field) instanceof List<?> list
                ? list.stream().filter(java.util.Objects::nonNull).toList()
                : List.of();
    }

    private String id(Object element) {
        Object id = element instanceof Map<?, ?> map ? map.get(fields.id) : element;
        String text =
                switch (id) {
                    case String s -> s;
                    case Double d when d == Math.rint(d) && Math.abs(d) < 0x1p53 ->
                            Long.toString(d.longValue());
                    case Number n -> n.toString();
                    case null, default -> "";
                };
        return text.length() > LONGEST_ID ? "" : text;
    }

    private long quantity(Object element) {
        Long quantity = millionths(field(element, fields.quantity));
        return quantity == null || quantity <= 0 ? (long) MILLION : quantity;
    }

    /** What is worth less than nothing, such as a discount, is spread over the other lines. */
    private long worth(Object element) {
        Long worth;
        if (fields.amount != null) {
            worth = millionths(field(element, fields.amount));
        } else if (fields.price != null) {
            Object price = field(element, fields.price);
            worth =
                    price instanceof Number number
                            ? millionths(number.doubleValue() * quantity(element) / MILLION)
                            : null;
        } else {
            worth = quantity(element);
        }
        return worth == null || worth < 0 ? 0 : worth;
    }

    private static @Nullable Object field(Object element, @Nullable String name) {
        return name != null && element instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** {@code null} for what is no number, or beyond all reason. */
    private static @Nullable Long millionths(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double millionths = Math.rint(number.doubleValue() * MILLION);
        return Math.abs(millionths) <= MOST ? (Long) (long) millionths : null;
    }
}
