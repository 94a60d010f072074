@NullMarked
package dev.laurel.scoring.lots;

import org.jspecify.annotations.NullMarked;
