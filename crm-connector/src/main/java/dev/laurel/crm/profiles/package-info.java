/** The profile of a member: what it consists of and what changes it. */
@NullMarked
package dev.laurel.crm.profiles;

import org.jspecify.annotations.NullMarked;
