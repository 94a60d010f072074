package dev.laurel.badges.credentials;

import java.util.UUID;

/**
 * What makes a credential this one.
 *
 * @param id of the credential
 * @param subject stands for the member in this credential and nowhere else
 * @param position in the status lists, counted through all of them
 */
public record Seat(UUID id, UUID subject, long position) {}
