/** Business figures for operators, beside what the libraries measure of themselves. */
@NullMarked
package dev.laurel.figures;

import org.jspecify.annotations.NullMarked;
