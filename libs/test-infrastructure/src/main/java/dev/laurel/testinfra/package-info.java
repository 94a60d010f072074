/** A broker and a database for tests, started once per test process and gone with it. */
@NullMarked
package dev.laurel.testinfra;

import org.jspecify.annotations.NullMarked;
