package dev.laurel.crm.setup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.web.CrmProblem;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.vendor.SourceFiles;
import dev.laurel.web.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fields of a connection as files of its vendor; nobody asks the CRM for anything. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections/{connection}/source")
class SourceController {

    private final KnownConnections known;
    private final SourceFiles sources;

    SourceController(KnownConnections known, SourceFiles sources) {
        this.known = known;
        this.sources = sources;
    }

    @GetMapping(produces = "application/zip")
    ResponseEntity<byte[]> source(@PathVariable String program, @PathVariable String connection) {
        Connection found = known.require(program, connection);
        Map<String, String> files = sources.of(found);
        if (files.isEmpty()) {
            throw new Problem(
                    CrmProblem.NO_SOURCE,
                    "Expected a CRM that fields can be brought into by files, but %s is none: use provision."
                            .formatted(found.kind().id()));
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"laurel-%s.zip\"".formatted(found.kind().id()))
                .body(zipped(files));
    }

    /** The same files give the same bytes. */
    private static byte[] zipped(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Files could not be put together", e);
        }
        return bytes.toByteArray();
    }
}
