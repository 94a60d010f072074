/** Tests. */
@NullMarked
package dev.laurel.scoring.accounts.web;

import org.jspecify.annotations.NullMarked;
