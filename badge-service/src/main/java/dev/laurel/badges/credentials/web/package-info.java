/** Serves credentials, the issuer's keys and the status lists over HTTP. */
@NullMarked
package dev.laurel.badges.credentials.web;

import org.jspecify.annotations.NullMarked;
