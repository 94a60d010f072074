package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place as anybody may see it: no member's id, and no time at which somebody shopped.
 *
 * @param name how the member wants to be called, {@code null} for who has not said so or has left
 *     since the board was sealed; absent on a board of teams
 * @param team whose place it is on a board of teams, absent on one of members
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicRow(long rank, @Nullable String name, @Nullable String team, BigDecimal score) {}
