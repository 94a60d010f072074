/** Profiles, from the records on the topics to the answer over HTTP. */
@NullMarked
package dev.laurel.crm.profiles;

import org.jspecify.annotations.NullMarked;
