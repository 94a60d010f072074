/** Tests. */
@NullMarked
package dev.laurel.scoring.reports.web;

import org.jspecify.annotations.NullMarked;
