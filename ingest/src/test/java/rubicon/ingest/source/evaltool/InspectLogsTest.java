package rubicon.ingest.source.evaltool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.ingest.testing.Fuzz;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

class InspectLogsTest {
    private static final String SHELL = "terminal-bench-v1";
    private static final Map<String, String> WANTED =
            Map.of("indicators.example/shell/match/accuracy", SHELL);

    private static final String SAMPLE =
            """
            {"id": 1, "epoch": 1, "input": "say yes", "target": "yes",
             "messages": [{"role": "user", "content": "say yes"}],
             "scores": {"match": {"value": "C", "explanation": "as told"}},
             "metadata": {"human_minutes": 12.5, "task_family": "talk"},
             "started_at": "2026-02-01T10:00:01+00:00",
             "completed_at": "2026-02-01T10:02:01+00:00"}
            """;

    private final InspectLogs connector = new InspectLogs();

    /// A log of these samples, judged by `match` alone.
    private static String log(String... samples) throws IOException {
        return fixture()
                .replaceFirst("\\{\"name\": \"judge\".*\n", "")
                .replaceFirst("\\}\\}\\},\\s+\\]", "}}}]")
                .replaceFirst("(?s)\"samples\": \\[\\{\"id\".*", "")
                .concat("\"samples\": [%s]}".formatted(String.join(", ", samples)));
    }

    private static String sample(int id, int epoch, String value) {
        return "{\"id\": %d, \"epoch\": %d, \"scores\": {\"match\": {\"value\": %s}}}"
                .formatted(id, epoch, value);
    }

    @Test
    void eachSampleIsARun() throws Exception {
        EvalRunPayload run = map(log(SAMPLE)).runs().getFirst();

        assertThat(run)
                .usingRecursiveComparison()
                .ignoringFields("provenance")
                .isEqualTo(
                        new EvalRunPayload(
                                "upstream",
                                "E1|1|1",
                                "example/shell",
                                "example/probe-1 (react)",
                                "1",
                                "talk",
                                12.5,
                                1.0,
                                Instant.parse("2026-02-01T10:00:01Z"),
                                Instant.parse("2026-02-01T10:02:01Z"),
                                TextFile.STATED,
                                null));
        assertThat(Objects.requireNonNull(run.provenance()).connectorVersion()).isEqualTo("4");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'\"C\"', 1",
        "'\"I\"', 0",
        "'\"P\"', 0.5",
        "'\"N\"', 0",
        "true, 1",
        "false, 0",
        "0.25, 0.25",
        "'\"0.75\"', 0.75",
        "'\"yes\"', 1",
        "'{\"match\": 0.5, \"style\": 1}', 0.5"
    })
    void scoreIsWhatInspectCountsAValueAs(String value, double score) throws Exception {
        assertThat(map(log(sample(1, 1, value))).runs())
                .singleElement()
                .extracting(EvalRunPayload::score)
                .isEqualTo(score);
    }

    @Test
    void sampleWithoutAScoreThatIsAShareIsNoRunAndIsCounted() throws Exception {
        Mapped mapped =
                map(
                        log(
                                sample(1, 1, "\"C\""),
                                sample(1, 2, "7"),
                                sample(2, 1, "NaN"),
                                sample(2, 2, "\"good\""),
                                "{\"id\": 3, \"epoch\": 1, \"error\": {\"message\": \"died\"}}",
                                "{\"id\": 4, \"invalidation\": {}, \"scores\": {\"match\": {\"value\": 1}}}",
                                "[\"no sample\"]"));

        assertThat(mapped.runs()).map(EvalRunPayload::runId).containsExactly("E1|1|1");
        assertThat(mapped.passedOver())
                .containsExactly(
                        "http://127.0.0.1/: 4 samples are no runs: 'match' gave them no score from 0 to 1",
                        "http://127.0.0.1/: 1 samples are no runs: they were taken back",
                        "http://127.0.0.1/: 1 samples are no runs: they cannot be read");
        assertThat(mapped.refused()).isEmpty();
    }

    @Test
    void humanMinutesThatAreNoneAreLeftOutAndCounted() throws Exception {
        Mapped mapped =
                map(log(SAMPLE.replace("12.5", "0"), SAMPLE.replace("\"id\": 1", "\"id\": 2")));

        assertThat(mapped.runs()).map(EvalRunPayload::humanMinutes).containsExactly(null, 12.5);
        assertThat(mapped.passedOver())
                .containsExactly(
                        "http://127.0.0.1/: 1 samples have human minutes that are no number above 0");
    }

    @Test
    void whereSeveralScorersJudgeTheOptionSaysWhichCounts() throws Exception {
        assertThat(map(fixture()).runs()).isEmpty();
        assertThat(map(fixture()).passedOver())
                .anySatisfy(it ->
                        assertThat(it)
                                .endsWith(
                                        "1 samples are no runs: the option 'scorer' does not say"
                                                + " which of 'judge', 'match' judges them"));
        Map<String, String> options =
                Map.of("scorer", "match", "suite", "shells", "humanMinutes", "minutes");
        EvalRunPayload run =
                TextFile.map(connector, options, fixture().getBytes(UTF_8)).runs().getFirst();
        assertThat(run.suite()).isEqualTo("shells");
        assertThat(run.humanMinutes()).isEqualTo(4);
    }

    @Test
    void samplesAreLeftOutOnRequest() throws Exception {
        Map<String, String> options = new HashMap<>(WANTED);
        options.put("samples", "none");
        Mapped mapped = TextFile.map(connector, options, log(SAMPLE).getBytes(UTF_8));
        assertThat(mapped.runs()).isEmpty();
        assertThat(mapped.observations()).hasSize(1);
    }

    @Test
    void packedSamplesAreRead_OrTheirSummariesWhereThereAreNoMore() throws Exception {
        String header = log();
        Map<String, String> whole =
                Map.of(
                        "header.json",
                        header,
                        "summaries.json",
                        "[%s]".formatted(sample(1, 1, "\"I\"")),
                        "samples/1_epoch_1.json",
                        SAMPLE,
                        "samples/1_epoch_2.json",
                        SAMPLE.replace("\"epoch\": 1", "\"epoch\": 2"),
                        "samples/2_epoch_1.json",
                        "{\"id\": 2, ");
        Mapped mapped = TextFile.map(connector, WANTED, zip(ZipMethod.ZSTD, whole));
        assertThat(mapped.runs())
                .map(EvalRunPayload::runId)
                .containsExactlyInAnyOrder("E1|1|1", "E1|1|2");
        assertThat(mapped.passedOver())
                .containsExactly("http://127.0.0.1/: 1 samples are no runs: they cannot be read");

        Map<String, String> summarized = new HashMap<>(whole);
        summarized.keySet().removeIf(it -> it.startsWith("samples/"));
        assertThat(TextFile.map(connector, WANTED, zip(ZipMethod.DEFLATED, summarized)).runs())
                .map(EvalRunPayload::score)
                .containsExactly(0.0);
    }

    @Test
    void sampleThatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        byte[] blank = " ".repeat(1 << 20).getBytes(UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdCompressorOutputStream(packed)) {
            for (int i = 0; i < 300; i++) {
                out.write(blank);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("samples/1_epoch_1.json");
            entry.setMethod(ZipMethod.ZSTD.getCode());
            entry.setCrc(0);
            entry.setSize(300L << 20);
            entry.setCompressedSize(packed.size());
            try (InputStream in = new ByteArrayInputStream(packed.toByteArray())) {
                zip.addRawArchiveEntry(entry, in);
            }
            zip.putArchiveEntry(new ZipArchiveEntry("header.json"));
            zip.write(log().getBytes(UTF_8));
            zip.closeArchiveEntry();
        }
        assertThatThrownBy(() -> TextFile.map(connector, WANTED, bytes.toByteArray()))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("larger than");
    }

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
        assertThat(mapped.passedOver()).contains("'example/shell/judge/mean': it is no indicator");
    }

    @Test
    void packedLogSaysTheSame_WithDeflateAndWithZstd() throws Exception {
        Mapped plain = map(log(SAMPLE));
        assertThat(plain.runs()).hasSize(1);
        assertThat(TextFile.map(connector, WANTED, zip(ZipMethod.DEFLATED, log())))
                .isEqualTo(plain);
        assertThat(TextFile.map(connector, WANTED, zip(ZipMethod.ZSTD, log()))).isEqualTo(plain);
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

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"7", "[7]", "\"s-7\""})
    void runOfChosenSamplesDoesNotCount(String chosen) throws Exception {
        String cut =
                fixture()
                        .replace("{\"epochs\": 1}", "{\"sample_id\": %s}".formatted(chosen))
                        .replace("\"completed_samples\": 80", "\"completed_samples\": 1");
        assertThat(TextFile.row(map(cut), SHELL, "R1|T1|match|accuracy").disputed())
                .isEqualTo("1 of 80 samples");
        assertThat(
                        TextFile.row(
                                        map(cut.replace("\"samples\": 80,", "")),
                                        SHELL,
                                        "R1|T1|match|accuracy")
                                .disputed())
                .isEqualTo("chosen samples, of how many is not said");
    }

    @Test
    void runOfAllSamplesByNameCounts() throws Exception {
        String all = fixture().replace("{\"epochs\": 1}", "{\"sample_id\": [1, 2]}");
        assertThat(TextFile.row(map(all), SHELL, "R1|T1|match|accuracy").disputed()).isNull();
    }

    @Test
    void logWithSamplesThatWereTakenBackDoesNotCount() throws Exception {
        String back =
                fixture()
                        .replace(
                                "\"status\": \"success\"",
                                "\"status\": \"success\", \"invalidated\": true");
        assertThat(TextFile.row(map(back), SHELL, "R1|T1|match|accuracy").disputed())
                .isEqualTo("samples of the log were invalidated");
        assertThat(
                        TextFile.row(
                                        map(back.replace("true", "false")),
                                        SHELL,
                                        "R1|T1|match|accuracy")
                                .disputed())
                .isNull();
    }

    @Test
    void scoresOfAScorerAreToldApartByTheirReducer() throws Exception {
        Mapped mapped =
                TextFile.map(
                        connector,
                        Map.of(
                                "indicators.example/shell/match/accuracy,mean",
                                SHELL,
                                "indicators.example/shell/match/accuracy,pass_at_2",
                                SHELL,
                                "indicators.example/shell/judge/mean",
                                "weirdml",
                                "units.example/shell/judge/mean",
                                "share"),
                        reduced("mean", "pass_at_2").getBytes(UTF_8));

        assertThat(mapped.refused()).isEmpty();
        assertThat(TextFile.row(mapped, SHELL, "R1|T1|match|accuracy|mean").value()).isEqualTo(57);
        assertThat(TextFile.row(mapped, SHELL, "R1|T1|match|accuracy|pass_at_2").value())
                .isEqualTo(75);
        assertThat(TextFile.keys(mapped, "weirdml")).containsExactly("R1|T1|judge|mean");
    }

    /// Connectors before version 3 had the first of them under the key without reducer.
    @Test
    void rowThatIsNowKnownByReducersIsTakenBackOnlyWhereItWasStated() throws Exception {
        Map<String, String> wanted =
                Map.of(
                        "indicators.example/shell/match/accuracy,mean", SHELL,
                        "indicators.example/shell/judge/mean", "weirdml",
                        "units.example/shell/judge/mean", "share");
        Mapped mapped =
                TextFile.map(connector, wanted, reduced("mean", "pass_at_2").getBytes(UTF_8));
        assertThat(mapped.withdrawals())
                .containsExactly(
                        new Mapped.Withdrawal(
                                new RetractionPayload(
                                        "upstream",
                                        SHELL,
                                        "R1|T1|match|accuracy",
                                        "DUPLICATE",
                                        "the log has it by several reducers, each a row by itself"),
                                TextFile.STATED));

        assertThat(map(fixture()).withdrawals()).as("of one reducer").isEmpty();
        String half = reduced("mean", "pass_at_2").replace("\"reducer\": \"mean\",", "");
        Mapped mixed =
                TextFile.map(
                        connector,
                        Map.of(
                                "indicators.example/shell/match/accuracy", SHELL,
                                "indicators.example/shell/match/accuracy,pass_at_2", SHELL),
                        half.getBytes(UTF_8));
        assertThat(TextFile.keys(mixed, SHELL))
                .containsExactly("R1|T1|match|accuracy", "R1|T1|match|accuracy|pass_at_2");
        assertThat(mixed.withdrawals()).as("that is there itself").isEmpty();
    }

    @Test
    void scoresThatTheReducerDoesNotTellApartAreNotBothTaken() throws Exception {
        Mapped mapped =
                TextFile.map(
                        connector,
                        Map.of("indicators.example/shell/match/accuracy,mean", SHELL),
                        reduced("mean", "mean").getBytes(UTF_8));

        assertThat(TextFile.keys(mapped, SHELL)).containsExactly("R1|T1|match|accuracy|mean");
        assertThat(TextFile.refused(mapped))
                .contains(
                        "R1|T1|match|accuracy|mean: results.scores.1.metrics.accuracy.reducer"
                                + " does not tell this score from the one before");
    }

    /// The log, with the scores of `match` reduced in two ways.
    private static String reduced(String one, String other) throws IOException {
        String second =
                ("{\"name\": \"match\", \"scorer\": \"match\", \"reducer\": \"%s\", \"metrics\":"
                                + " {\"accuracy\": {\"name\": \"accuracy\", \"value\": 0.75}}},")
                        .formatted(other);
        return fixture()
                .replace(
                        "\"scorer\": \"match\",",
                        "\"scorer\": \"match\", \"reducer\": \"%s\",".formatted(one))
                .replace("{\"name\": \"judge\"", second + "{\"name\": \"judge\"");
    }

    @Test
    void runThatDidNotSucceedOrHasNoScoresIsPassedOver() throws Exception {
        Mapped cancelled = map(fixture().replace("\"success\"", "\"cancelled\""));
        assertThat(cancelled.observations()).isEmpty();
        assertThat(cancelled.passedOver())
                .containsExactly("http://127.0.0.1/: the run ended as 'cancelled'");
        assertThat(map(log().replace("\"scores\"", "\"x\"")).passedOver())
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
                .contains("has no header");
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
                  "metrics": {"accuracy": {"name": "accuracy", "value": 0.5}}},
                 "samples": [{"id": 1, "epoch": 1, "score": {"value": "P"}}]}
                """;
        Mapped mapped = map(first);
        assertThat(TextFile.row(mapped, SHELL, "R1|T1|match|accuracy").value()).isEqualTo(50);
        assertThat(mapped.runs())
                .map(it -> it.runId() + " " + it.score())
                .containsExactly("R1|T1|1|1 0.5");
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
        for (ZipMethod method : List.of(ZipMethod.DEFLATED, ZipMethod.ZSTD)) {
            Fuzz.run(
                    1_000,
                    zip(method, log()),
                    broken -> TextFile.map(connector, WANTED, broken),
                    List.of(DriftException.class));
        }
    }

    /// A log as Inspect packs it: samples first, the header last.
    private static byte[] zip(ZipMethod method, String header) throws IOException {
        return zip(method, Map.of("samples/1_epoch_1.json", SAMPLE, "header.json", header));
    }

    private static byte[] zip(ZipMethod method, Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).descendingMap().entrySet()) {
                byte[] content = file.getValue().getBytes(UTF_8);
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
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
