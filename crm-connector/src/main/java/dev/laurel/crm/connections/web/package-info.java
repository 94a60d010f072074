/** Connections over HTTP; credentials go in and never come out. */
@NullMarked
package dev.laurel.crm.connections.web;

import org.jspecify.annotations.NullMarked;
