/** How deliveries stand, over HTTP. */
@NullMarked
package dev.laurel.crm.delivery.web;

import org.jspecify.annotations.NullMarked;
