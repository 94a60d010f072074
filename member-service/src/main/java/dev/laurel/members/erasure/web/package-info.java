/** Erasures over HTTP: for the shop, and for the service that clears the CRMs. */
@NullMarked
package dev.laurel.members.erasure.web;

import org.jspecify.annotations.NullMarked;
