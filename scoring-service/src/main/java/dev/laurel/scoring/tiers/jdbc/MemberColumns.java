package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import java.util.Collection;

/** Members as two columns: their programs and their ids. */
final class MemberColumns {

    private MemberColumns() {}

    static Column[] of(Collection<Member> members) {
        return new Column[] {
            Column.text(members, Member::program), Column.text(members, Member::id)
        };
    }
}
