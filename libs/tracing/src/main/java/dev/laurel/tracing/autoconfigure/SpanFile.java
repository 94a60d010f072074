package dev.laurel.tracing.autoconfigure;

import io.opentelemetry.exporter.logging.otlp.internal.traces.OtlpStdoutSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/**
 * Appends spans to a file of OTLP as JSON, one export per line, the form that OpenTelemetry's
 * collector reads and writes. A line is written at once, so that a killed process leaves whole
 * ones.
 */
final class SpanFile implements SpanExporter {

    private final OutputStream file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final SpanExporter json =
            OtlpStdoutSpanExporter.builder().setWrapperJsonObject(true).setOutput(line).build();

    private SpanFile(OutputStream file) {
        this.file = file;
    }

    /**
     * @param folder made if it is not there
     * @param service the first part of the file's name; the second one is the process
     */
    static SpanFile of(Path folder, String service) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(service + "-" + ProcessHandle.current().pid() + ".otlp.jsonl");
        return new SpanFile(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> spans) {
        line.reset();
        CompletableResultCode written = json.export(spans);
        try {
            file.write(line.toByteArray());
            return written;
        } catch (IOException full) {
            return CompletableResultCode.ofExceptionalFailure(full);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public synchronized CompletableResultCode shutdown() {
        try {
            file.close();
            return json.shutdown();
        } catch (IOException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }
}
