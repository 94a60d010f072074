@NullMarked
package dev.laurel.scoring.spending.jdbc;

import org.jspecify.annotations.NullMarked;
