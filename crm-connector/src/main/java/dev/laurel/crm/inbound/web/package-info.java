/** Webhooks of the CRMs, and how what came in stands, over HTTP. */
@NullMarked
package dev.laurel.crm.inbound.web;

import org.jspecify.annotations.NullMarked;
