@NullMarked
package dev.laurel.engine.wallets;

import org.jspecify.annotations.NullMarked;
