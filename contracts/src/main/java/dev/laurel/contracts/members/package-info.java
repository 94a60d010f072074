/** What the member registry tells the rules. */
@NullMarked
package dev.laurel.contracts.members;

import org.jspecify.annotations.NullMarked;
