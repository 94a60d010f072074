/** Knows of each member what a CRM is to know. */
@NullMarked
package dev.laurel.crm;

import org.jspecify.annotations.NullMarked;
