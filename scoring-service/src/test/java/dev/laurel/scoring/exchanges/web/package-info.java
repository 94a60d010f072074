@NullMarked
package dev.laurel.scoring.exchanges.web;

import org.jspecify.annotations.NullMarked;
