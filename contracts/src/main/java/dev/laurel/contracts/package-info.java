/**
 * What crosses a process boundary: topics, their keys and their values. Only the owner of a topic
 * writes to it.
 */
@NullMarked
package dev.laurel.contracts;

import org.jspecify.annotations.NullMarked;
