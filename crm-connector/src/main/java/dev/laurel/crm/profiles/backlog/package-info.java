/** Takes news in at once where somebody needs the profiles, and later where nobody does. */
@NullMarked
package dev.laurel.crm.profiles.backlog;

import org.jspecify.annotations.NullMarked;
