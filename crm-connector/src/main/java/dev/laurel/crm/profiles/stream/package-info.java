/** Takes in the ledger, the badges and the decisions. */
@NullMarked
package dev.laurel.crm.profiles.stream;

import org.jspecify.annotations.NullMarked;
