package rubicon.ingest.source.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.testing.Standing;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;

/// The facts that come with Rubicon, held against the sources that they name.
class BuiltInFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String HORIZONS = "/facts/metr-horizons.yaml";
    private static final String HORIZONS_1_0 = "/facts/metr-horizons-1-0.yaml";
    private static final int STATEMENTS = 770;
    private static final String SWE_BENCH = "/facts/swe-bench-verified-reported.yaml";

    @ParameterizedTest
    @ValueSource(strings = {HORIZONS, HORIZONS_1_0, SWE_BENCH})
    void everyRowIsReadAndSaysWhoStatedItAndWhen(String file) throws Exception {
        Mapped mapped = map(file);
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .allSatisfy(it -> {
                    assertThat(it.source()).isNotEqualTo("the-file");
                    assertThat(it.statedAt()).isBefore(NOW);
                    assertThat(it.evidence()).isNotBlank();
                    assertThat(it.externalId()).isNotBlank();
                });
    }

    static Stream<String> files() throws IOException {
        try (InputStream in = BuiltInFactsTest.class.getResourceAsStream("/sources.yaml")) {
            return new YAMLMapper()
                    .readTree(in)
                    .path("sources")
                    .valueStream()
                    .map(it -> it.path("url").asText())
                    .filter(it -> it.startsWith("classpath:/facts/"))
                    .map(it -> it.substring("classpath:".length()));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStatementSaysWhatWasReadAndUnderWhichLicence(String file) throws Exception {
        Mapped mapped = map(file);
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .isNotEmpty()
                .allSatisfy(it -> {
                    ProvenancePayload from = Objects.requireNonNull(it.provenance());
                    assertThat(from.retrievedAt()).isBeforeOrEqualTo(NOW);
                    assertThat(from.licence()).isNotBlank();
                    assertThat(from.url()).isNotEqualTo(file);
                    if (from.payloadSha256() == null) {
                        assertThat(from.payloadNote()).isNotBlank();
                    } else {
                        assertThat(from.payloadSha256()).matches("[0-9a-f]{64}");
                    }
                });
    }

    @Test
    void onlyOfMetrsFileOfMay2026NoPayloadIsHeld() throws Exception {
        Map<String, Long> without = new TreeMap<>();
        int rows = 0;
        for (String file : files().toList()) {
            for (ObservationPayload it : map(file).observations()) {
                ProvenancePayload from = Objects.requireNonNull(it.provenance());
                rows++;
                if (from.payloadSha256() == null) {
                    without.merge(String.valueOf(from.payloadNote()), 1L, Long::sum);
                }
            }
        }
        assertThat(rows).as("statements, earlier ones too").isEqualTo(STATEMENTS);
        assertThat(without).isEqualTo(Map.of("the file of May 2026 is not held", 6L));
    }

    @Test
    void whatWasSaidBeforeWasReadElsewhere() throws Exception {
        List<String> read =
                map(HORIZONS).observations().stream()
                        .filter(it -> "gpt_4".equals(it.externalId()))
                        .filter(it -> "metr-horizon-p50".equals(it.indicator()))
                        .map(it -> Objects.requireNonNull(it.provenance()).payloadSha256())
                        .map(it -> Objects.requireNonNull(it).substring(0, 8))
                        .toList();
        assertThat(read).containsExactly("4f909615", "08a253a1", "5deb0aab");
    }

    @ParameterizedTest
    @ValueSource(strings = {HORIZONS, HORIZONS_1_0, SWE_BENCH})
    void everyRowSpeaksOfAnIndicatorOfTheCatalogueInItsUnit(String file) throws Exception {
        for (ObservationPayload row : map(file).observations()) {
            IndicatorPayload indicator = indicator(Objects.requireNonNull(row.indicator()));
            assertThat(row.unit()).isEqualTo(indicator.unit());
            assertThat(indicator.sources()).contains(row.source());
        }
    }

    /// Oracle: METR's file of 2026-03-03, counted and read by eye.
    @Test
    void horizonsAreThoseOfMetrsFileAfterItsCorrection() throws Exception {
        List<ObservationPayload> rows = Standing.of(map(HORIZONS));
        Map<String, Long> perIndicator =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> String.valueOf(it.indicator()),
                                        Collectors.counting()));
        assertThat(perIndicator).containsEntry("metr-horizon-p50", 20L);
        assertThat(perIndicator).containsEntry("metr-horizon-p80", 20L);
        assertThat(value(rows, "metr-horizon-p50", "claude_opus_4_6_inspect")).isEqualTo(718.80683);
        assertThat(value(rows, "metr-horizon-p80", "claude_opus_4_6_inspect")).isEqualTo(69.874587);
        assertThat(value(rows, "metr-horizon-p50", "gpt_5_2")).isEqualTo(352.249302);
        assertThat(value(rows, "metr-horizon-p50", "gpt_4")).isEqualTo(3.987428);
        assertThat(rows)
                .allSatisfy(it -> {
                    assertThat(it.statedAt()).isEqualTo(Instant.parse("2026-03-04T02:04:54Z"));
                    assertThat(it.source()).isEqualTo("metr-time-horizons");
                });
    }

    /// Oracle: the developers' cards; 93.9 is Mythos Preview's, 96.0 the highest that is reported.
    @Test
    void sweBenchRowsAreSingleAttemptsOnly() throws Exception {
        List<ObservationPayload> rows = map(SWE_BENCH).observations();
        assertThat(rows).hasSize(20);
        assertThat(rows)
                .extracting(ObservationPayload::value)
                .contains(62.3, 72.5, 59.6, 93.9)
                .doesNotContain(70.3, 79.4, 67.2);
        assertThat(
                        rows.stream()
                                .max(
                                        Comparator.comparing(
                                                it -> Objects.requireNonNull(it.value()))))
                .map(ObservationPayload::value)
                .contains(96.0);
        assertThat(rows).allSatisfy(it -> assertThat(it.evaluator()).isEqualTo("FIRST_PARTY"));
    }

    /// Oracle: METR's file of 2026-01-24, counted and read by eye.
    @Test
    void horizonsOfTheFirstSuiteAreAllOfMetrsModels() throws Exception {
        List<ObservationPayload> rows = Standing.of(map(HORIZONS_1_0));
        Map<String, Long> perIndicator =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> String.valueOf(it.indicator()),
                                        Collectors.counting()));
        assertThat(perIndicator)
                .isEqualTo(Map.of("metr-horizon-p50-v1-0", 33L, "metr-horizon-p80-v1-0", 33L));
        assertThat(value(rows, "metr-horizon-p50-v1-0", "gpt_4")).isEqualTo(5.35186);
        assertThat(value(rows, "metr-horizon-p50-v1-0", "claude_opus_4_5")).isEqualTo(288.904952);
    }

    @Test
    void noRowWasKnownBeforeItWasSaid() throws Exception {
        ObservationPayload inRetrospect =
                map(SWE_BENCH).observations().stream()
                        .filter(it -> Objects.equals(it.value(), 33.4))
                        .findFirst()
                        .orElseThrow();
        assertThat(inRetrospect.publishedAt())
                .as("stated in October 2024 of a model of June 2024")
                .isAfterOrEqualTo(Instant.parse("2024-10-22T00:00:00Z"));
    }

    private static double value(
            List<ObservationPayload> rows, String indicator, String externalId) {
        return rows.stream()
                .filter(it -> indicator.equals(it.indicator()))
                .filter(it -> externalId.equals(it.externalId()))
                .map(it -> Objects.requireNonNull(it.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Mapped map(String file) throws IOException, DriftException {
        return new FactsConnector()
                .map(new Fetched("the-file", "", file, NOW, NOW, "abc", "run-1", resource(file)));
    }

    private static IndicatorPayload indicator(String id) throws IOException {
        return YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(resource("/catalogue/" + id + ".yaml"), IndicatorPayload.class);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BuiltInFactsTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
