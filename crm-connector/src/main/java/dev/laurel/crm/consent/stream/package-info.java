/** What the registry tells of consents. */
@NullMarked
package dev.laurel.crm.consent.stream;

import org.jspecify.annotations.NullMarked;
