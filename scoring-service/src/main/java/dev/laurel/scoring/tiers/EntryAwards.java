package dev.laurel.scoring.tiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What members get for reaching a level: once ever, however often they reach it, since its ids are
 * made of the program, the member, the level and the wallet alone.
 */
final class EntryAwards {

    /** Kind of cause of these postings. */
    static final String KIND = "tier";

    private EntryAwards() {}

    /** Books what was not booked before. */
    static void pay(
            Ladder ladder, Map<Member, SortedSet<Integer>> reached, Journal journal, Instant now) {
        List<Instruction> instructions = new ArrayList<>();
        reached.forEach((member, places) -> {
            for (int place : places) {
                Level level = ladder.levels().get(place);
                if (!level.award().isEmpty()) {
                    instructions.add(instruction(ladder, member, level, now));
                }
            }
        });
        if (instructions.isEmpty()) {
            return;
        }
        Book book = journal.open(instructions, now);
        for (Instruction instruction : instructions) {
            if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
                throw new IllegalArgumentException(reason);
            }
        }
        if (!book.postings().isEmpty()) {
            journal.append(book);
        }
    }

    private static Instruction instruction(Ladder ladder, Member member, Level level, Instant now) {
        List<Move> moves = new ArrayList<>();
        level.award()
                .forEach((wallet, points) ->
                        moves.add(
                                Move.issued(
                                        id(member, level, wallet),
                                        wallet,
                                        points,
                                        new Cause(KIND, level.id()),
                                        null)));
        return Command.of(member, KIND, id(member, level, ""), false, now, ladder.zone(), moves);
    }

    private static UUID id(Member member, Level level, String wallet) {
        String name =
                String.join("\0", "tier-award", member.program(), member.id(), level.id(), wallet);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
