/** The kinds of points that a program has. */
@NullMarked
package dev.laurel.engine.wallets;

import org.jspecify.annotations.NullMarked;
