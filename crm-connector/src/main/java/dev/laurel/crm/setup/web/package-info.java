/** What administrators install themselves, over HTTP. */
@NullMarked
package dev.laurel.crm.setup.web;

import org.jspecify.annotations.NullMarked;
