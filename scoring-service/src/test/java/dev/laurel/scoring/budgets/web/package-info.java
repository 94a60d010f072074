@NullMarked
package dev.laurel.scoring.budgets.web;

import org.jspecify.annotations.NullMarked;
