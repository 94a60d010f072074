package dev.laurel.engine.expressions;

import dev.laurel.engine.expressions.Closure.Frame;
import java.util.ArrayList;
import java.util.List;

/** CEL's macros over lists. */
final class Loops {

    private Loops() {}

    static Object map(List<?> list, int slot, Closure body, Frame frame) {
        List<Object> values = new ArrayList<>(list.size());
        for (Object element : list) {
            frame.local(slot, element);
            values.add(body.value(frame));
        }
        return values;
    }

    static Object filter(List<?> list, int slot, Closure body, Frame frame) {
        List<Object> values = new ArrayList<>();
        for (Object element : list) {
            frame.local(slot, element);
            if (Arithmetic.truth(body.value(frame))) {
                values.add(element);
            }
        }
        return values;
    }

    static boolean exists(List<?> list, int slot, Closure body, Frame frame) {
        for (Object element : list) {
            frame.local(slot, element);
            if (Arithmetic.truth(body.value(frame))) {
                return true;
            }
        }
        return false;
    }

    static boolean all(List<?> list, int slot, Closure body, Frame frame) {
        for (Object element : list) {
            frame.local(slot, element);
            if (!Arithmetic.truth(body.value(frame))) {
                return false;
            }
        }
        return true;
    }
}
