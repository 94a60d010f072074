/** What topics say of members. */
@NullMarked
package dev.laurel.crm.profiles.stream;

import org.jspecify.annotations.NullMarked;
