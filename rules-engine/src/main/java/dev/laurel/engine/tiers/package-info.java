/** What members can become by the points that they earn. Who is what is the ledger's business. */
@NullMarked
package dev.laurel.engine.tiers;

import org.jspecify.annotations.NullMarked;
