package rubicon.ingest.source.played;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.algotune.AlgoTuneReports;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.ingest.source.gso.GsoBoard;
import rubicon.ingest.source.hal.CoreBenchRuns;
import rubicon.ingest.source.posttrainbench.PostTrainBench;
import rubicon.ingest.source.swebench.SweBenchLeaderboards;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.ObservationPayload;

/// The built-in facts of the boards against the newest real files: a live reading goes on where
/// they end, row by row, instead of doubling them.
class BoardFactsTest {
    static Stream<Named<Connector>> connectors() {
        return Stream.<Connector>of(
                        new AlgoTuneReports(),
                        new CoreBenchRuns(),
                        new GsoBoard(),
                        new PostTrainBench(),
                        new SweBenchLeaderboards())
                .map(it -> Named.of(it.id(), it));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void factsSayWhatTheNewestFileSays(Connector connector) throws Exception {
        Map<String, ObservationPayload> read = new LinkedHashMap<>();
        connector
                .map(newest(connector))
                .observations()
                .forEach(it -> read.put(it.indicator() + " " + it.externalId(), it));
        Collection<ObservationPayload> facts = newest(facts(connector.id()));
        assertThat(facts).isNotEmpty();
        for (ObservationPayload fact : facts) {
            String key = fact.indicator() + " " + fact.externalId();
            assertThat(read).containsKey(key);
            assertThat(said(Objects.requireNonNull(read.get(key)), fact))
                    .isEqualTo(said(fact, fact));
        }
    }

    /// The newest statement about each observation; the facts tell earlier ones, too.
    private static Collection<ObservationPayload> newest(List<ObservationPayload> statements) {
        Map<String, ObservationPayload> newest = new LinkedHashMap<>();
        for (ObservationPayload it : statements) {
            newest.merge(
                    it.indicator() + " " + it.externalId(),
                    it,
                    (one, other) ->
                            Objects.requireNonNull(one.statedAt()).isAfter(other.statedAt())
                                    ? one
                                    : other);
        }
        return newest.values();
    }

    /// What makes a statement new if it differs, and whom it is about.
    private static List<Object> said(ObservationPayload it, ObservationPayload fact) {
        List<Object> said = new ArrayList<>();
        said.add(String.valueOf(it.indicator()));
        said.add(String.valueOf(it.externalId()));
        said.add(Objects.requireNonNull(it.value()));
        said.add(String.valueOf(it.low()));
        said.add(String.valueOf(it.high()));
        said.add(String.valueOf(it.method()));
        said.add(String.valueOf(it.subject()));
        said.add(String.valueOf(it.unit()));
        said.add(String.valueOf(it.evaluator()));
        said.add(SeriesReading.isFlagged(Objects.requireNonNullElse(it.tags(), Map.of())));
        // Where the upstream gives no dates, the fact's stays.
        said.add(Objects.requireNonNullElse(it.observedOn(), fact.observedOn()));
        return said;
    }

    private static Delivery newest(Connector connector) throws Exception {
        String upstream = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !upstream.isBlank() && Files.isDirectory(Path.of(upstream)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        PlayedSource source =
                BoardSources.all().stream()
                        .filter(it -> it.connector().equals(connector.id()))
                        .findFirst()
                        .orElseThrow();
        Map<String, Fetched> parts = new LinkedHashMap<>();
        for (Revisions.Step step :
                Revisions.of(Path.of(upstream, source.folder()), source.servedAt())) {
            step.files()
                    .forEach((path, bytes) ->
                            parts.put(path, fetched(connector, path, step, bytes)));
        }
        return new Delivery(Map.of(), List.copyOf(parts.values()));
    }

    private static Fetched fetched(
            Connector connector, String path, Revisions.Step step, byte[] bytes) {
        return new Fetched(
                connector.id(),
                path,
                "http://127.0.0.1/" + path,
                step.committedAt(),
                step.committedAt(),
                "abc",
                "run-1",
                bytes);
    }

    private static List<ObservationPayload> facts(String source) throws Exception {
        try (InputStream in =
                BoardFactsTest.class.getResourceAsStream("/facts/leaderboards.yaml")) {
            Fetched file =
                    new Fetched(
                            "facts-leaderboards",
                            "",
                            "classpath:/facts/leaderboards.yaml",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            "abc",
                            "run-1",
                            Objects.requireNonNull(in).readAllBytes());
            return new FactsConnector()
                    .map(file).observations().stream()
                            .filter(it -> source.equals(it.source()))
                            .toList();
        }
    }
}
