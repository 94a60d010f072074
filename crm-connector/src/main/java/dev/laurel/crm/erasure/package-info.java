/** Takes erasures over from the registry and tells it when no contact has anything left. */
@NullMarked
package dev.laurel.crm.erasure;

import org.jspecify.annotations.NullMarked;
