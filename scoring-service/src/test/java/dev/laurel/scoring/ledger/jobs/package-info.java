@NullMarked
package dev.laurel.scoring.ledger.jobs;

import org.jspecify.annotations.NullMarked;
