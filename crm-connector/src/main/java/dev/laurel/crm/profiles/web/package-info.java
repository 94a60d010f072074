/** Profiles over HTTP. */
@NullMarked
package dev.laurel.crm.profiles.web;

import org.jspecify.annotations.NullMarked;
