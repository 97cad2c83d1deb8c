package rubicon.ingest.source.evaltool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class InspectLogsTest {
    private static final String SHELL = "terminal-bench-v1";
    private static final Map<String, String> WANTED =
            Map.of("indicators.example/shell/match/accuracy", SHELL);

    private final InspectLogs connector = new InspectLogs();

    @Test
    void aggregateScoreOfALog() throws Exception {
        Mapped mapped = map(fixture());
        ObservationPayload row = TextFile.row(mapped, SHELL, "R1|T1|match|accuracy");
        assertThat(row.value()).isEqualTo(57);
        assertThat(row.low()).isEqualTo(52);
        assertThat(row.method()).isEqualTo("STANDARD_ERROR");
        assertThat(row.n()).isEqualTo(80);
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(row.disputed()).isNull();
        assertThat(Objects.requireNonNull(row.subject()).scaffold()).isEqualTo("react");
        assertThat(mapped.passedOver())
                .containsExactly("'example/shell/judge/mean': it is no indicator");
    }

    @Test
    void packedLogSaysTheSame_WithDeflateAndWithZstd() throws Exception {
        Mapped plain = map(fixture());
        assertThat(TextFile.map(connector, WANTED, zip(ZipMethod.DEFLATED, fixture())))
                .isEqualTo(plain);
        assertThat(TextFile.map(connector, WANTED, zip(ZipMethod.ZSTD, fixture())))
                .isEqualTo(plain);
    }

    @Test
    void runThatWasCutShortDoesNotCount() throws Exception {
        String cut =
                fixture()
                        .replace("{\"epochs\": 1}", "{\"epochs\": 2, \"limit\": 3}")
                        .replace("\"completed_samples\": 80", "\"completed_samples\": 6");
        assertThat(TextFile.row(map(cut), SHELL, "R1|T1|match|accuracy").disputed())
                .isEqualTo("3 of 80 samples");
    }

    @Test
    void runThatDidNotSucceedOrHasNoScoresIsPassedOver() throws Exception {
        Mapped cancelled = map(fixture().replace("\"success\"", "\"cancelled\""));
        assertThat(cancelled.observations()).isEmpty();
        assertThat(cancelled.passedOver())
                .containsExactly("http://127.0.0.1/: the run ended as 'cancelled'");
        assertThat(map(fixture().replace("\"scores\"", "\"x\"")).passedOver())
                .containsExactly("http://127.0.0.1/: the log has no scores");
    }

    @Test
    void logOfARunThatGoesOnHasNoHeaderYet() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.putArchiveEntry(new ZipArchiveEntry("_journal/start.json"));
            zip.write("{}".getBytes(UTF_8));
            zip.closeArchiveEntry();
        }
        assertThat(TextFile.map(connector, WANTED, bytes.toByteArray()).passedOver())
                .singleElement()
                .asString()
                .contains("has no header.json");
    }

    @Test
    void firstVersionHasOneScorerOutsideAList() throws Exception {
        String first =
                """
                {"version": 1, "status": "success",
                 "eval": {"task": "example/shell", "run_id": "R1", "task_id": "T1",
                  "created": "2024-05-01T10:00:00", "model": "example/probe-1",
                  "dataset": {}, "config": {}},
                 "results": {"scorer": {"name": "match"},
                  "metrics": {"accuracy": {"name": "accuracy", "value": 0.5}}}}
                """;
        assertThat(TextFile.row(map(first), SHELL, "R1|T1|match|accuracy").value()).isEqualTo(50);
    }

    @Test
    void headerThatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        String bomb = " ".repeat(17 * 1024 * 1024);
        assertThatThrownBy(() -> TextFile.map(connector, WANTED, zip(ZipMethod.ZSTD, bomb)))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void brokenArchiveIsReadOrTold() throws Exception {
        Random random = new Random(20261121);
        byte[] whole = zip(ZipMethod.ZSTD, fixture());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int round = 0; round < 2_000; round++) {
                        byte[] broken =
                                Arrays.copyOf(
                                        whole,
                                        random.nextBoolean()
                                                ? whole.length
                                                : random.nextInt(whole.length));
                        for (int i = 0; i < 1 + random.nextInt(5) && broken.length > 4; i++) {
                            broken[4 + random.nextInt(broken.length - 4)] =
                                    (byte) random.nextInt(256);
                        }
                        try {
                            TextFile.map(connector, WANTED, broken);
                        } catch (DriftException e) {
                            assertThat(e.getMessage()).isNotBlank();
                        }
                    }
                });
    }

    /// A log as Inspect packs it: samples first, the header last.
    private static byte[] zip(ZipMethod method, String header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String name : new String[] {"samples/1_epoch_1.json", "header.json"}) {
                byte[] content = header.getBytes(UTF_8);
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setMethod(method.getCode());
                if (method == ZipMethod.DEFLATED) {
                    zip.putArchiveEntry(entry);
                    zip.write(content);
                    zip.closeArchiveEntry();
                } else {
                    byte[] packed = zstd(content);
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setCrc(crc.getValue());
                    entry.setSize(content.length);
                    entry.setCompressedSize(packed.length);
                    try (InputStream in = new ByteArrayInputStream(packed)) {
                        zip.addRawArchiveEntry(entry, in);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdCompressorOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private Mapped map(String text) throws DriftException {
        return TextFile.map(connector, WANTED, text.getBytes(UTF_8));
    }

    private static String fixture() throws IOException {
        return TextFile.fixture("inspect-logs/2026-02-01T10-00-00+00-00_shell_AbCd.json");
    }
}
