package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.stream.Emission.Contributed;
import dev.laurel.rules.evaluation.stream.Emission.News;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What goes from members to teams, under {@code program/team}, and back, under {@code
 * program/member}, with the version that it comes from in a header.
 */
final class TeamRecords {

    private static final String VERSION = "laurel-version";

    private TeamRecords() {}

    static Record<byte[], Emission> of(String program, TeamContribution contribution, int version) {
        return new Record<>(
                (program + "/" + contribution.team()).getBytes(UTF_8),
                new Contributed(TeamMessages.encode(contribution)),
                0,
                headers(version));
    }

    static Record<byte[], Emission> of(String program, TeamNews news, int version) {
        return new Record<>(
                new MemberKey(program, news.member()).toString().getBytes(UTF_8),
                new News(TeamMessages.encode(news)),
                0,
                headers(version));
    }

    /** Those of a record that comes from a version. */
    static Headers headers(int version) {
        return new RecordHeaders().add(VERSION, Integer.toString(version).getBytes(UTF_8));
    }

    /** The program that a record is about. */
    static String program(Record<byte[], byte[]> record) {
        String key = new String(record.key(), UTF_8);
        return key.substring(0, key.indexOf('/'));
    }

    /** The version that it comes from. */
    static int version(Record<byte[], byte[]> record) {
        return Integer.parseInt(new String(record.headers().lastHeader(VERSION).value(), UTF_8));
    }
}
