package dev.laurel.crm.profiles.jdbc;

import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Patch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/** News as the backlog has them: those of a batch summed up per member, as deflated JSON. */
@Component
class KeptNews {

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private record Kept<T>(
            String member,
            int line,
            long mark,
            Map<String, T> entries,
            @Nullable Instant activity) {}

    /**
     * Of one program.
     *
     * @throws IllegalArgumentException for what the database would not take from here later
     */
    <T> byte[] write(SortedMap<Member, Patch<T>> patches) {
        String json =
                mapper.writeValueAsString(
                        patches.entrySet().stream()
                                .map(each -> kept(each.getKey(), each.getValue()))
                                .toList());
        if (json.contains("\\u0000")) {
            throw new IllegalArgumentException("Expected texts without NUL, but one has it.");
        }
        return deflated(json);
    }

    private static <T> Kept<T> kept(Member member, Patch<T> patch) {
        return new Kept<>(
                member.id(),
                patch.mark().line(),
                patch.mark().number(),
                patch.entries(),
                patch.activity());
    }

    <T> List<News<T>> read(byte[] kept, Part<T> part, String program) {
        TypeFactory types = mapper.getTypeFactory();
        List<Kept<T>> news =
                mapper.readValue(
                        inflated(kept),
                        types.constructCollectionType(
                                List.class,
                                types.constructParametricType(Kept.class, part.type())));
        return news.stream()
                .map(each ->
                        new News<>(
                                new Member(program, each.member()),
                                new Mark(each.line(), each.mark()),
                                each.entries(),
                                each.activity()))
                .toList();
    }

    private static byte[] deflated(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] deflated) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
