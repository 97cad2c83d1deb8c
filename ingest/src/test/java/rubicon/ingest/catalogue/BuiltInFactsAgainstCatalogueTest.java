package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.ingest.testing.BuiltInFacts;
import rubicon.ingest.testing.Slips;
import rubicon.ingest.testing.Slips.Fate;
import rubicon.ingest.testing.Slips.Slip;
import rubicon.ingest.testing.Standing;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.ObservationCheck.Refused;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.ObservationPayload;

/// The facts that come with Rubicon, put through the door of the ledger.
class BuiltInFactsAgainstCatalogueTest {
    private static final Instant NOW = BuiltInFacts.NOW;

    private final Catalogue catalogue;
    private final Map<String, List<ObservationPayload>> files = new HashMap<>();
    private final List<ObservationPayload> standing = new ArrayList<>();

    BuiltInFactsAgainstCatalogueTest() throws Exception {
        catalogue = new CatalogueFiles(Optional::empty).catalogue();
        BuiltInFacts.files()
                .forEach((file, mapped) -> {
                    assertThat(mapped.refused()).as(file).isEmpty();
                    files.put(file, mapped.observations());
                    standing.addAll(Standing.of(mapped));
                });
    }

    @Test
    void everyFileIsRegisteredAsASource() throws Exception {
        String sources =
                new String(resource("/sources.yaml"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(files.keySet())
                .hasSize(10)
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

    /// Each real break-through and each real failure counts, from the moment when it was stated.
    @Test
    void noFactIsFoundImplausible() {
        SoftAssertions softly = new SoftAssertions();
        BuiltInFacts.statements(catalogue)
                .forEach((id, statements) ->
                        softly.assertThat(
                                        Slips.heldInOrder(
                                                catalogue.find(id).orElseThrow(), statements))
                                .as(id.value())
                                .isEmpty());
        softly.assertAll();
    }

    /// The floor of what is stopped in a house that knows the facts alone. The table of what
    /// `PlayedSourcesIT` finds stands in docs/methods/held-values.md.
    @Test
    void slipsAtTheBestAreStopped() {
        List<Slips.Row> rows = new ArrayList<>();
        BuiltInFacts.statements(catalogue)
                .forEach((id, statements) ->
                        Slips.at(
                                        catalogue.find(id).orElseThrow(),
                                        IndicatorLedger.of(statements).histories())
                                .ifPresent(rows::add));
        assertThat(rows).hasSizeGreaterThanOrEqualTo(64);
        assertThat(Slips.stopped(rows, Slip.TEN)).isGreaterThanOrEqualTo(39);
        assertThat(Slips.stopped(rows, Slip.SIXTY)).isGreaterThanOrEqualTo(54);
        assertThat(Slips.stopped(rows, Slip.THOUSAND)).isGreaterThanOrEqualTo(55);
        assertThat(Slips.stopped(rows, Slip.END)).isGreaterThanOrEqualTo(25);
        assertThat(Slips.stopped(rows, Slip.CORRECTED_TO_A_TENTH)).isGreaterThanOrEqualTo(44);
        assertThat(rows)
                .filteredOn(it -> it.indicator().scale() == Scale.LOG && it.values() > 2)
                .allSatisfy(it ->
                        assertThat(it.fates())
                                .as(it.indicator().id().value())
                                .containsEntry(Slip.SIXTY, Fate.HELD));
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
                                        "",
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
        known.addAll(List.of("rubicon", "rubicon-simulator", "kernelbench-timing"));
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> assertThat(known).as(it.id().value()).containsAll(it.sources()));
    }

    @Test
    void everyRowHasAKeyOfItsOwnAndSaysWhenItWasKnownAndWhereItStands() {
        Set<String> keys = new HashSet<>();
        for (ObservationPayload row : rows()) {
            String key = row.source() + "|" + row.indicator() + "|" + row.externalId();
            assertThat(keys.add(key + "|" + row.statedAt())).as(key).isTrue();
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
        for (ObservationPayload row : standing) {
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
                standing.stream()
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

    /// What contradicts its upstream is told with the reason and is no value of anything.
    @Test
    void disputedAreTheValuesThatContradictTheirUpstream() {
        assertThat(rows())
                .filteredOn(it -> it.disputed() != null)
                .extracting(ObservationPayload::externalId)
                .containsExactlyInAnyOrder(
                        "sf-016",
                        "sf-017",
                        "sf-024",
                        "sf-063",
                        "Claude Opus 4.6 2026-02, cited 2026-06",
                        "Claude Mythos Preview 2026-04, cited 2026-06",
                        "Claude Opus 4.7 2026-04, cited 2026-06",
                        "claude-mythos-2026-04-07",
                        "muse-spark-2026-04-08");
    }

    /// Oracle: the upstreams' earlier files, read by eye.
    @Test
    void restatementsAreToldWithTheirTimes() {
        assertThat(said("metr-horizon-p50", "claude_opus_4_6_inspect"))
                .containsExactly("2026-02-22 870.027186", "2026-03-04 718.80683");
        assertThat(said("cpu-llm-training-speedup-printed", "Claude Mythos Preview 2026-04"))
                .containsExactly("2026-04-07 51.91", "2026-04-30 61.79");
        assertThat(said("cpu-llm-training-speedup-printed", "Claude Sonnet 4.6 2026-02"))
                .containsExactly("2026-02-28 16.53", "2026-06-30 22.33");
        assertThat(said("posttrainbench-avg", "GPT-5.1-Codex-Max"))
                .containsExactly("2026-02-05 20.1583", "2026-03-05 19.6829");
        assertThat(said("mle-bench-all-clean", "AIDE|o1-preview|24"))
                .containsExactly("2025-01-06 16.9", "2025-11-27 17.12");
        assertThat(said("mle-bench-all-clean", "LoongFlow|Gemini-3-Flash-Preview|24"))
                .containsExactly("2026-02-23 62.66");
        assertThat(standing)
                .extracting(it -> it.indicator() + " " + it.externalId())
                .as("withdrawn from the clean reading alone")
                .doesNotContain("mle-bench-all-clean LoongFlow|Gemini-3-Flash-Preview|24")
                .contains("mle-bench-all-any LoongFlow|Gemini-3-Flash-Preview|24");
    }

    /// What was known on a day is what was said until then: the world could not know the
    /// correction.
    @Test
    void asKnownOnADayTheValueBeforeItsCorrectionStands() {
        History opus = replayed("metr-horizon-p50", "claude_opus_4_6_inspect");
        assertThat(value(opus.asOf(Instant.parse("2026-02-22T00:00:00Z")))).isEmpty();
        assertThat(value(opus.asOf(Instant.parse("2026-03-01T00:00:00Z")))).contains(870.027186);
        assertThat(value(opus.asOf(NOW))).contains(718.80683);
        History mythos =
                replayed("cpu-llm-training-speedup-printed", "Claude Mythos Preview 2026-04");
        assertThat(value(mythos.asOf(Instant.parse("2026-04-10T00:00:00Z")))).contains(51.91);
        assertThat(value(mythos.asOf(NOW))).contains(61.79);
        History autumn = replayed("mle-bench-all-any", "AIDE|o1-preview|24");
        assertThat(value(autumn.asOf(Instant.parse("2025-11-20T00:00:00Z")))).contains(16.9);
        assertThat(value(autumn.asOf(NOW))).contains(17.12);
        History suite = replayed("metr-horizon-p50-v1-0", "gpt_4");
        assertThat(value(suite.asOf(Instant.parse("2025-09-01T00:00:00Z")))).contains(5.364045);
        assertThat(value(suite.asOf(NOW))).contains(5.35186);
    }

    private static Optional<Double> value(History history) {
        return history.current()
                .map(it -> it.statement().content())
                .map(it -> ((Content.Reported) it).observation().estimate().value());
    }

    /// A history recorded when the world could know it.
    private History replayed(String indicator, String externalId) {
        ObservationCheck check = new ObservationCheck(catalogue);
        History history = History.EMPTY;
        for (ObservationPayload row : rows()) {
            Instant stated = Objects.requireNonNull(row.statedAt());
            if (indicator.equals(row.indicator())
                    && externalId.equals(row.externalId())
                    && check.check(row, stated, NOW)
                            instanceof ObservationCheck.Valid(Observation it)) {
                String id = "%d".formatted(history.statements().size());
                Instant known = KnowledgeTime.of(history.statements().size() + 1, it, stated);
                history =
                        history.with(
                                new Statement(
                                        id,
                                        new EventKey("facts", id),
                                        it.key(),
                                        stated,
                                        known,
                                        new Content.Reported(it)));
            }
        }
        return history;
    }

    private List<String> said(String indicator, String externalId) {
        return rows().stream()
                .filter(it -> indicator.equals(it.indicator()))
                .filter(it -> externalId.equals(it.externalId()))
                .map(it -> String.valueOf(it.statedAt()).substring(0, 10) + " " + it.value())
                .toList();
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
        return standing.stream()
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

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CatalogueService.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
