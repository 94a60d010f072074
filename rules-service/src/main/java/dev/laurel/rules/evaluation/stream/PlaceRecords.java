package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.rules.evaluation.stream.Emission.Claimed;
import dev.laurel.rules.evaluation.stream.Emission.News;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What goes from members to the list of who was first, under {@code program/challenge}, and back,
 * under {@code program/member} on the way that news of teams take, too.
 */
final class PlaceRecords {

    private static final String PLACE = "laurel-place";

    private PlaceRecords() {}

    static Record<byte[], Emission> of(String program, PlaceClaim claim, int version) {
        return new Record<>(
                (program + "/" + claim.request().challenge().challenge()).getBytes(UTF_8),
                new Claimed(PlaceMessages.encode(claim)),
                0,
                TeamRecords.headers(version));
    }

    static Record<byte[], Emission> of(String program, PlaceNews news, int version) {
        Headers headers = TeamRecords.headers(version);
        headers.add(PLACE, new byte[0]);
        return new Record<>(
                new MemberKey(program, news.member()).toString().getBytes(UTF_8),
                new News(PlaceMessages.encode(news)),
                0,
                headers);
    }

    /** Whether news are of a place and not of a team. */
    static boolean isOfPlace(Record<byte[], byte[]> record) {
        return record.headers().lastHeader(PLACE) != null;
    }
}
