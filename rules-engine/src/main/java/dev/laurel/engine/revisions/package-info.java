/** What becomes of members' progress when a published program changes a mechanic. */
@NullMarked
package dev.laurel.engine.revisions;

import org.jspecify.annotations.NullMarked;
