/** Lets readers of topics begin again, after what they had written was lost. */
@NullMarked
package dev.laurel.standalone.rewind;

import org.jspecify.annotations.NullMarked;
