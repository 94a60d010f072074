/** Reading a program document: places in it, and all that is wrong with it. */
@NullMarked
package dev.laurel.engine.document;

import org.jspecify.annotations.NullMarked;
