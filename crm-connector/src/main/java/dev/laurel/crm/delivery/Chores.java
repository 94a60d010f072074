package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.vendor.Crm;

/** What is to be done for each connection besides deliveries. */
@FunctionalInterface
public interface Chores {

    /**
     * What is to be done for this one.
     *
     * @param crm whose requests are drawn from the calls
     */
    Chore of(Connection connection, Crm crm, Calls calls);
}
