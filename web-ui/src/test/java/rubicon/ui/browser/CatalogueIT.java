package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.ViewPayload;
import rubicon.ui.client.VersionPayload;
import rubicon.ui.testing.BuiltIn;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// The catalogue that comes with Rubicon, entry by entry: each is in the list, in its level, and
/// has a page that says what it is, in which unit, and whom to name.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class CatalogueIT {
    private static final List<IndicatorPayload> CATALOGUE = BuiltIn.indicators();

    /// Of which other tests of these pages tell values, too: the topic keeps them.
    private static final Set<String> HELD =
            Set.of("metr-horizon-p50", "metr-horizon-p80", "automation-index");

    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final Map<String, IndicatorPayload> before = new HashMap<>();
    private final List<ViewPayload> viewsBefore = new ArrayList<>();
    private final List<CategoryPayload> categoriesBefore = new ArrayList<>();
    private final List<DiscrepancyPayload> documentedBefore = new ArrayList<>();

    @BeforeEach
    void isServed() {
        before.putAll(INGEST.indicators);
        INGEST.indicators.clear();
        CATALOGUE.forEach(it -> INGEST.indicators.put(Objects.requireNonNull(it.id()), it));
        replace(INGEST.views, viewsBefore, BuiltIn.views());
        replace(INGEST.categories, categoriesBefore, BuiltIn.categories());
        replace(INGEST.documented, documentedBefore, BuiltIn.discrepancies());
        HELD.forEach(it -> Topic.publish(Wire.state(it, Topic.nextVersion())));
    }

    @AfterEach
    void isTakenBack() {
        INGEST.versions.clear();
        INGEST.indicators.clear();
        INGEST.indicators.putAll(before);
        replace(INGEST.views, new ArrayList<>(), viewsBefore);
        replace(INGEST.categories, new ArrayList<>(), categoriesBefore);
        replace(INGEST.documented, new ArrayList<>(), documentedBefore);
    }

    @Test
    void whatMayOnlyBeQuotedHasNoTableAndSaysSo() {
        Page page = BROWSERS.at("/indicators/swe-bench-full");
        assertThat(page.getByTestId("export")).containsText("No table to download");
        assertThat(page.getByTestId("export")).containsText("quote single values");
        assertThat(page.getByTestId("download-csv")).hasCount(0);

        page = BROWSERS.at("/indicators/mle-bench-all-clean");
        Page open = page;
        Download download = page.waitForDownload(() -> open.getByTestId("download-csv").click());
        assertThat(download.suggestedFilename()).isEqualTo("mle-bench-all-clean.csv");
    }

    @Test
    void theTableOfAPageOfThePastIsOfThatMoment() throws IOException {
        String p50 = "/indicators/metr-horizon-p50";
        assertThat(table(BROWSERS.at(p50), "metr-horizon-p50.csv"))
                .isEqualTo("o3,119.73\r\nclaude_opus_4_6,718.81\r\n");

        Page past = BROWSERS.at(p50 + "?asOf=2026-11-20T10:00:01Z");
        assertThat(past.getByTestId("export")).containsText("What stood on 20 Nov 2026, 10:00:01");
        assertThat(table(past, "metr-horizon-p50-as-of-2026-11-20T100001Z.csv"))
                .isEqualTo("o3,119.73\r\n");
    }

    private static String table(Page page, String name) throws IOException {
        Download table = page.waitForDownload(() -> page.getByTestId("download-csv").click());
        assertThat(table.suggestedFilename()).isEqualTo(name);
        return Files.readString(table.path());
    }

    @Test
    void whatAnEntrySaidBeforeIsToldVersionByVersion() {
        IndicatorPayload now = Objects.requireNonNull(INGEST.indicators.get("metr-horizon-p50"));
        IndicatorPayload then = Wire.between(now, null, null);
        INGEST.versions.put(
                "metr-horizon-p50",
                List.of(
                        new VersionPayload(then, "BUILT_IN", Wire.RECORDED, "start"),
                        new VersionPayload(now, "REST", Wire.RECORDED.plusSeconds(60), "ada")));
        Page page = BROWSERS.at("/indicators/metr-horizon-p50");

        page.getByTestId("entry-versions").locator("summary").click();

        Locator versions = page.getByTestId("entry-version");
        assertThat(versions).hasCount(2);
        assertThat(versions.first()).containsText("Changed: humanBaseline");
        assertThat(versions.first()).containsText("Version 2, 20 Nov 2026, 10:01:00 UTC, by ada");
        assertThat(versions.last()).containsText("First entry");
    }

    @Test
    void everyRuleSaysWhyItIsThere() {
        List<RulePayload> rules = List.copyOf(INGEST.rules);
        INGEST.rules.clear();
        INGEST.rules.add(Wire.rule("A working week", 2_400, true));
        try {
            Page page = BROWSERS.at("/rules");
            assertThat(page.getByTestId("rule-family")).containsText("A working week");
            assertThat(page.getByTestId("rule-why")).hasText("why");
            assertThat(page.getByTestId("rule-row")).containsText("Best value at or above");
        } finally {
            INGEST.rules.clear();
            INGEST.rules.addAll(rules);
        }
    }

    @Test
    void everyEntryIsInTheListWithHowItStandsForData() {
        Page page = BROWSERS.at("/indicators");
        assertThat(page.getByTestId("indicator-count"))
                .hasText(CATALOGUE.size() + " of " + CATALOGUE.size());

        assertThat(listed(page)).containsExactlyInAnyOrderElementsOf(ids(CATALOGUE));
        for (IndicatorPayload it : CATALOGUE) {
            String stands =
                    switch (Objects.requireNonNull(it.feed())) {
                        case "EMPTY" -> "nothing public held";
                        case "FROZEN" -> "frozen";
                        case "RETIRED" -> "retired";
                        case "OWN" -> HELD.contains(it.id()) ? "17 results" : "not computed yet";
                        default -> HELD.contains(it.id()) ? "17 results" : "no value yet";
                    };
            assertThat(row(page, it)).containsText(stands);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODEL", "RESEARCHER", "LAB", "ECONOMY"})
    void everyEntryIsInItsLevelAmongItsKind(String view) {
        List<IndicatorPayload> expected =
                CATALOGUE.stream().filter(it -> view.equals(it.view())).toList();
        Page page = BROWSERS.at("/views/" + view.toLowerCase(Locale.ROOT));
        assertThat(page.getByTestId("indicator-row")).hasCount(expected.size());

        assertThat(listed(page)).containsExactlyInAnyOrderElementsOf(ids(expected));
        for (Locator group : page.getByTestId("indicator-group").all()) {
            List<String> kinds =
                    hrefs(group).stream()
                            .map(id -> Objects.requireNonNull(INGEST.indicators.get(id)).kind())
                            .distinct()
                            .toList();
            assertThat(kinds).hasSize(1);
        }
    }

    @Test
    void whatIsNotToldIsNamedOnItsLevelWithWhy() {
        for (ViewPayload level : BuiltIn.views()) {
            String id = Objects.requireNonNull(level.id());
            Page page = BROWSERS.at("/views/" + id.toLowerCase(Locale.ROOT));
            Locator missing = page.getByTestId("no-public-source");
            var unread = new TreeSet<String>();
            for (ViewPayload.MissingPayload it : Objects.requireNonNull(level.missing())) {
                String indicator = it.indicator();
                assertThat(missing).containsText(Objects.requireNonNull(it.why()));
                if (indicator == null) {
                    assertThat(missing).containsText(Objects.requireNonNull(it.what()));
                } else {
                    unread.add(indicator);
                    assertThat(missing).containsText("Public, and not read in yet");
                    assertThat(missing).containsText(title(indicator));
                }
            }
            for (IndicatorPayload it : CATALOGUE) {
                String itself = Objects.requireNonNull(it.id());
                if (id.equals(it.view()) && "EMPTY".equals(it.feed())) {
                    Locator without =
                            missing.locator("p")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText("No public source"))
                                    .locator("a[href='/indicators/" + itself + "']");
                    assertThat(without).hasCount(unread.contains(itself) ? 0 : 1);
                }
                if (id.equals(it.view()) && "OWN".equals(it.feed()) && !HELD.contains(itself)) {
                    assertThat(
                                    missing.locator("p")
                                            .filter(
                                                    new Locator.FilterOptions()
                                                            .setHasText("Not computed yet")))
                            .containsText(Objects.requireNonNull(it.title()));
                }
            }
        }
    }

    @Test
    void everyEntryHasAPageThatSaysWhatItIsAndWhomToName() {
        Page page = BROWSERS.at("/indicators?group=none");
        for (IndicatorPayload it : CATALOGUE) {
            row(page, it).locator("a.row-link").click();

            assertThat(page.locator("h1")).hasText(Objects.requireNonNull(it.title()));
            assertThat(page.locator(".lead"))
                    .hasText(Objects.requireNonNull(it.description()).strip());
            Locator facts = page.getByTestId("about");
            assertThat(facts).containsText(Objects.requireNonNull(it.unit()));
            assertThat(facts).containsText(Objects.requireNonNull(it.citation()).strip());
            Steps.back(page);
            assertThat(page.getByTestId("indicator-row")).hasCount(CATALOGUE.size());
        }
    }

    @Test
    void everyKindOfWorkIsToldWithWhatSpeaksOfIt() {
        Page page = BROWSERS.at("/views");
        assertThat(page.getByTestId("work-row")).hasCount(BuiltIn.categories().size());
        assertThat(page.getByTestId("level-card")).hasCount(4);

        for (CategoryPayload it : BuiltIn.categories()) {
            Locator row =
                    page.getByTestId("work-row")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText(
                                                    Objects.requireNonNull(it.description())
                                                            .strip()));
            assertThat(row).containsText(Objects.requireNonNull(it.title()));
            assertThat(row).containsText(Objects.requireNonNull(it.strengthReason()).strip());
            if ("NONE".equals(it.strength())) {
                assertThat(row).containsText("no public measure");
            }
        }
    }

    @Test
    void everyDocumentedDiscrepancyIsToldAndFoundFromItsIndicators() {
        Page page = BROWSERS.at("/discrepancies");
        assertThat(page.getByTestId("documented")).hasCount(BuiltIn.discrepancies().size());
        for (DiscrepancyPayload it : BuiltIn.discrepancies()) {
            Locator entry = page.locator("article[aria-labelledby='discrepancy-" + it.id() + "']");
            assertThat(entry).containsText(Objects.requireNonNull(it.title()));
            assertThat(entry).containsText(Objects.requireNonNull(it.treatment()).strip());
            for (var said : Objects.requireNonNull(it.statements())) {
                assertThat(entry).containsText(Objects.requireNonNull(said.source()));
            }
        }

        page.locator("article[aria-labelledby='discrepancy-erdos-independent'] a")
                .getByText("erdos-solved")
                .click();
        page.getByTestId("sources-disagree").locator("a").click();

        assertThat(page.getByTestId("documented")).hasCount(1);
        assertThat(page.getByTestId("documented")).containsText("How many Erdős problems");
        page.getByTestId("filter-indicator").click();
        assertThat(page.getByTestId("documented")).hasCount(BuiltIn.discrepancies().size());
    }

    @Test
    void whatPeopleReachIsDrawnAndToldWithItsSource() {
        IndicatorPayload board =
                CATALOGUE.stream()
                        .filter(it -> "posttrainbench-avg".equals(it.id()))
                        .findFirst()
                        .orElseThrow();
        var people = Objects.requireNonNull(board.humanBaseline());
        Page page = BROWSERS.at("/indicators/posttrainbench-avg");

        Locator note = page.locator("[data-testid='line-note'][data-kind='BASELINE']");
        assertThat(note).containsText(Objects.requireNonNull(people.who()));
        assertThat(note).containsText(Objects.requireNonNull(people.source()));
        assertThat(page.getByTestId("about"))
                .containsText("Source: " + Objects.requireNonNull(people.source()));
    }

    private static String title(String id) {
        return CATALOGUE.stream()
                .filter(it -> id.equals(it.id()))
                .map(it -> Objects.requireNonNull(it.title()))
                .findFirst()
                .orElseThrow();
    }

    private static Locator row(Page page, IndicatorPayload indicator) {
        return page.getByTestId("indicator-row")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(
                                                "a[href='/indicators/" + indicator.id() + "']")));
    }

    private static List<String> listed(Page page) {
        return hrefs(page.locator("body"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> hrefs(Locator within) {
        return (List<String>)
                within.locator("[data-testid='indicator-row'] a.row-link")
                        .evaluateAll(
                                "all => all.map(a => a.getAttribute('href').split('/').pop())");
    }

    private static Set<String> ids(List<IndicatorPayload> indicators) {
        Set<String> ids = new TreeSet<>();
        indicators.forEach(it -> ids.add(Objects.requireNonNull(it.id())));
        return ids;
    }

    private static <T> void replace(List<T> served, List<T> kept, List<T> next) {
        List<T> now = List.copyOf(next);
        kept.addAll(served);
        served.clear();
        served.addAll(now);
    }
}
