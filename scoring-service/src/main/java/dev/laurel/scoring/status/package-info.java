/** What the operator and the command line ask the service itself. */
@NullMarked
package dev.laurel.scoring.status;

import org.jspecify.annotations.NullMarked;
