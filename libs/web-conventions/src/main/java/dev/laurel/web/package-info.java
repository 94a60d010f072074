/** How every service speaks HTTP: problems, pages, cursors and entity tags. */
@NullMarked
package dev.laurel.web;

import org.jspecify.annotations.NullMarked;
