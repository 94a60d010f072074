/**
 * The functional core: {@link dev.laurel.engine.ProgramCompiler} turns a program document into a
 * {@link dev.laurel.engine.Program}, {@link dev.laurel.engine.Engine} folds events into member
 * state and decisions with it.
 */
@NullMarked
package dev.laurel.engine;

import org.jspecify.annotations.NullMarked;
