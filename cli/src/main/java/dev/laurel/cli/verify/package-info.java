/** Compares a program's ledger with the hash chain over it. */
@NullMarked
package dev.laurel.cli.verify;

import org.jspecify.annotations.NullMarked;
