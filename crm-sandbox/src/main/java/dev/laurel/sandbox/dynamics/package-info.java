/** The part of the Web API of Dataverse that Laurel uses, as it is documented. */
@NullMarked
package dev.laurel.sandbox.dynamics;

import org.jspecify.annotations.NullMarked;
