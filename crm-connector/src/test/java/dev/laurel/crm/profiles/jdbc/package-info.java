@NullMarked
package dev.laurel.crm.profiles.jdbc;

import org.jspecify.annotations.NullMarked;
