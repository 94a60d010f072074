@NullMarked
package dev.laurel.scoring.spending.web;

import org.jspecify.annotations.NullMarked;
