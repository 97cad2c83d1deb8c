package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.ObservationCheck.Refused;
import rubicon.model.observation.Observation;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.ObservationPayload;

/// The facts that come with Rubicon, put through the door of the ledger.
class BuiltInFactsAgainstCatalogueTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final Catalogue catalogue;
    private final Map<String, List<ObservationPayload>> files = new HashMap<>();

    BuiltInFactsAgainstCatalogueTest() throws Exception {
        catalogue = new CatalogueFiles(Optional::empty).catalogue();
        for (String file : factsFiles()) {
            Mapped mapped =
                    new FactsConnector()
                            .map(new Fetched("f", file, NOW, NOW, "s", "r", resource(file)));
            assertThat(mapped.refused()).as(file).isEmpty();
            files.put(file, mapped.observations());
        }
    }

    @Test
    void everyFileIsRegisteredAsASource() throws Exception {
        String sources =
                new String(resource("/sources.yaml"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(files.keySet())
                .hasSize(9)
                .allSatisfy(file -> assertThat(sources).contains("url: classpath:" + file + "\n"));
    }

    @Test
    void noRowIsRefused() {
        ObservationCheck check = new ObservationCheck(catalogue);
        List<String> refused = new ArrayList<>();
        for (ObservationPayload row : rows()) {
            if (check.check(row, Objects.requireNonNull(row.statedAt()), NOW)
                    instanceof Refused it) {
                refused.add("%s %s: %s".formatted(row.indicator(), row.externalId(), it));
            }
        }
        assertThat(refused).isEmpty();
        assertThat(rows()).hasSizeGreaterThan(500);
    }

    @Test
    void catalogueNamesTheSourceOfEveryRow() {
        List<String> unnamed =
                rows().stream()
                        .filter(row -> !indicator(row).sources().contains(row.source()))
                        .map(row -> "%s of %s".formatted(row.source(), row.indicator()))
                        .distinct()
                        .toList();
        assertThat(unnamed).isEmpty();
    }

    /// What leaves the house in bulk came under terms that allow it: none is stated for some, and
    /// others forbid commercial use.
    @Test
    void onlyWhatItsSourcesLicenceAllowsMayBeExported() {
        Set<String> quotedOnly =
                Set.of(
                        "ai-discovery-ledgers",
                        "ai-rd-system-cards",
                        "anthropic-rd-automation-index",
                        "core-bench-hal",
                        "epoch-capabilities-index",
                        "gso-bench",
                        "metr-cross-domain-horizon",
                        "posttrainbench",
                        "swe-bench-leaderboards");
        assertThat(catalogue.indicators().values())
                .filteredOn(it -> it.licence().export() != Export.OWN)
                .allSatisfy(it ->
                        assertThat(it.licence().export().allowsBulk())
                                .as(it.id().value())
                                .isEqualTo(!quotedOnly.contains(it.sources().getFirst())));
        assertThat(rows())
                .filteredOn(row -> indicator(row).licence().export() == Export.YES)
                .extracting(row -> Objects.requireNonNull(row.provenance()).licence())
                .containsOnly("MIT", "Apache-2.0", "CC-BY-4.0", "quoted facts");
    }

    /// A milestone speaks of no other kind of work than the indicators that it names; where those
    /// speak of none, it says itself of which.
    @Test
    void categoriesOfAMilestoneAreAmongThoseOfItsIndicators() throws Exception {
        Mapped mapped =
                new FactsConnector()
                        .map(
                                new Fetched(
                                        "f",
                                        "m",
                                        NOW,
                                        NOW,
                                        "s",
                                        "r",
                                        resource("/milestones.yaml")));
        assertThat(mapped.entries()).isNotEmpty();
        for (var entry : mapped.entries()) {
            MilestonePayload it = (MilestonePayload) entry;
            Set<String> categories = new TreeSet<>();
            for (String id : Objects.requireNonNullElse(it.indicators(), List.<String>of())) {
                categories.addAll(catalogue.find(id).map(Indicator::categories).orElse(List.of()));
            }
            if (!categories.isEmpty() && it.categories() != null) {
                assertThat(categories).as(it.id()).containsAll(it.categories());
            }
        }
    }

    /// A source is known when rows of it come with Rubicon; apart from what is computed here, and
    /// baseline timings that hold no result.
    @Test
    void everySourceThatTheCatalogueNamesIsKnown() {
        Set<String> known =
                rows().stream()
                        .map(ObservationPayload::source)
                        .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("rubicon", "kernelbench-timing"));
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> assertThat(known).as(it.id().value()).containsAll(it.sources()));
    }

    @Test
    void everyRowHasAKeyOfItsOwnAndSaysWhenItWasKnownAndWhereItStands() {
        Set<String> keys = new HashSet<>();
        for (ObservationPayload row : rows()) {
            String key = row.source() + "|" + row.indicator() + "|" + row.externalId();
            assertThat(keys.add(key)).as(key).isTrue();
            assertThat(row.externalId()).as(key).isNotBlank();
            assertThat(row.evidence()).as(key).isNotBlank();
            assertThat(Objects.requireNonNull(row.statedAt())).as(key).isBefore(NOW);
            if (row.publishedAt() != null) {
                assertThat(row.publishedAt()).as(key).isBefore(NOW);
            }
            if (row.low() != null || row.high() != null) {
                assertThat(row.method()).as(key).isNotBlank();
            }
        }
    }

    @Test
    void quotedValuesAreEvidenceBesideTheUpstreamsOwnSubject() {
        ObservationCheck check = new ObservationCheck(catalogue);
        Map<String, Set<String>> upstream = new HashMap<>();
        List<Observation> quoted = new ArrayList<>();
        for (ObservationPayload row : rows()) {
            if (check.check(row, Objects.requireNonNull(row.statedAt()), NOW)
                    instanceof ObservationCheck.Valid(Observation it)) {
                if (it.key().source().equals("seed-facts")) {
                    quoted.add(it);
                } else {
                    upstream.computeIfAbsent(it.key().indicator().value(), _ -> new HashSet<>())
                            .add(it.subject().normalised(it.startingPoint()));
                }
            }
        }
        assertThat(quoted).hasSizeGreaterThan(25);
        for (Observation it : quoted) {
            Set<String> subjects = upstream.get(it.key().indicator().value());
            if (subjects != null && !it.subject().model().contains("two-day run")) {
                assertThat(subjects)
                        .as("%s", it.key())
                        .contains(it.subject().normalised(it.startingPoint()));
            }
        }
    }

    @Test
    void whatTheCatalogueCallsEmptyHasAtMostOnePointAndWhatFlowsHasSome() {
        Map<String, Long> counts =
                rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> String.valueOf(it.indicator()),
                                        Collectors.counting()));
        Set<String> without = new TreeSet<>();
        for (Indicator it : catalogue.indicators().values()) {
            long count = counts.getOrDefault(it.id().value(), 0L);
            if (it.feed() == Feed.EMPTY) {
                assertThat(count).as(it.id().value()).isLessThanOrEqualTo(1);
            } else if (it.feed() != Feed.OWN && count == 0) {
                without.add(it.id().value());
            }
        }
        assertThat(without).isEmpty();
    }

    /// Oracle: the upstreams' files, read by eye.
    @Test
    void bestValuesAreThoseOfTheUpstreams() {
        assertThat(best("mle-bench-all-clean")).isEqualTo(61.33);
        assertThat(best("mle-bench-all-any")).isEqualTo(77.78);
        assertThat(best("anthropic-kernel-speedup-hard")).isEqualTo(449.46);
        assertThat(best("anthropic-rd-al4-share")).isEqualTo(26);
        assertThat(best("swe-bench-hard-subset-anthropic")).isEqualTo(48.2222);
        assertThat(best("gso-opt1-clean")).isEqualTo(42.16);
        assertThat(best("core-bench-hard-hal")).isEqualTo(51.1111);
        assertThat(best("nanogpt-speedrun-time")).isEqualTo(1.23);
        assertThat(best("nanogpt-largest-ai-step")).isEqualTo(1.3193);
        assertThat(best("nanochat-time-to-gpt2")).isEqualTo(1.65);
        assertThat(best("erdos-solved")).isEqualTo(559);
        assertThat(best("matmul-omega")).isEqualTo(2.371177);
        assertThat(best("enwik9-hutter-bytes")).isEqualTo(110_793_128);
        assertThat(best("trimul-kernel-time-b200")).isEqualTo(905);
        assertThat(best("drop-in-share-anthropic")).isEqualTo(5.5556);
        assertThat(best("posttrainbench-avg")).isEqualTo(24.8188);
        assertThat(best("algotune-harmonic")).isEqualTo(2.0539);
        assertThat(best("metr-horizon-p50")).isEqualTo(1044.780145);
        assertThat(best("cpu-llm-training-speedup-fixed-cpu")).isEqualTo(69.61);
    }

    private double best(String indicator) {
        Indicator it = catalogue.find(indicator).orElseThrow();
        return rows().stream()
                .filter(row -> indicator.equals(row.indicator()))
                .filter(row -> !"seed-facts".equals(row.source()))
                .map(row -> Objects.requireNonNull(row.value()))
                .reduce((a, b) -> it.direction().isBeyond(b, a) ? b : a)
                .orElseThrow();
    }

    private Indicator indicator(ObservationPayload row) {
        return catalogue.find(String.valueOf(row.indicator())).orElseThrow();
    }

    private List<ObservationPayload> rows() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    private static List<String> factsFiles() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(CatalogueService.class.getResource("/facts"));
        try (Stream<Path> all = Files.list(Path.of(folder.toURI()))) {
            return all.map(it -> "/facts/" + it.getFileName()).sorted().toList();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CatalogueService.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
