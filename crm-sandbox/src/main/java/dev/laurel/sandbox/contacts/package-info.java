/** Contacts in memory, with typed fields and unique values. */
@NullMarked
package dev.laurel.sandbox.contacts;

import org.jspecify.annotations.NullMarked;
