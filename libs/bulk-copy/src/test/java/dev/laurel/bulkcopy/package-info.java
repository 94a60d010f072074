@NullMarked
package dev.laurel.bulkcopy;

import org.jspecify.annotations.NullMarked;
