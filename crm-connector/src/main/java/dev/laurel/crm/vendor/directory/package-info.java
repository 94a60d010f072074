/** Which vendor's interface speaks for which connection. */
@NullMarked
package dev.laurel.crm.vendor.directory;

import org.jspecify.annotations.NullMarked;
