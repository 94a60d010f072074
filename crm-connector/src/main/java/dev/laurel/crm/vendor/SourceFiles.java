package dev.laurel.crm.vendor;

import dev.laurel.crm.connections.Connection;
import java.util.Map;

/** What an administrator installs who does not want Laurel to make fields: the vendor's files. */
@FunctionalInterface
public interface SourceFiles {

    /**
     * The files of a connection's fields.
     *
     * @return texts by path, in the order of the paths; none where the vendor knows no such files
     */
    Map<String, String> of(Connection connection);
}
