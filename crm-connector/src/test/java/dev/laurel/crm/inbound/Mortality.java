package dev.laurel.crm.inbound;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * A life that ends with the n-th thing that is done in it: done it is, but nobody hears of it, and
 * nothing is done any more.
 */
final class Mortality {

    private int left;

    Mortality(int steps) {
        this.left = steps;
    }

    /** Thrown by everything once the life has ended. */
    static final class Ended extends RuntimeException {}

    <T> T mortal(Class<T> type, T immortal) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            if (left < 0) {
                                throw new Ended();
                            }
                            try {
                                Object result = method.invoke(immortal, arguments);
                                left--;
                                if (left < 0) {
                                    throw new Ended();
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
