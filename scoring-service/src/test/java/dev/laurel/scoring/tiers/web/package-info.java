/** Tests of tiers over HTTP. */
@NullMarked
package dev.laurel.scoring.tiers.web;

import org.jspecify.annotations.NullMarked;
