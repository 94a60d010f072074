package dev.laurel.scoring.ledger;

/**
 * Who points are booked for.
 *
 * @param program the program's id
 * @param id the member id that the shop chose
 */
public record Member(String program, String id) {}
