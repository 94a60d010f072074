/** When and for whom a mechanic is: windows of time, audiences, control shares. */
@NullMarked
package dev.laurel.engine.scopes;

import org.jspecify.annotations.NullMarked;
