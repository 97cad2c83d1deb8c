package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;

/// METR's published files, one after the other, through a house that was started as a user would,
/// with one page open all the time.
///
/// The doubling times are those that METR printed in the files; the interval is an independent
/// least squares fit (scipy.stats.linregress, t quantile).
class RealFilesIT {
    private static final String P50 = "metr-horizon-p50";
    private static final String STATE = "/indicators/" + P50 + "/state";
    private static final double ROUNDED = 5e-4;

    @TempDir private Path folder;

    /// What a file must lead to.
    private record Step(String file, String published, double doublingDays, String shown) {}

    @Test
    void everyPublishedFileMovesLedgerTrendAlertAndTheOpenPage() throws Exception {
        String real = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !real.isBlank() && Files.isDirectory(Path.of(real)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        Path files = Path.of(real, "metr-time-horizons");
        try (UpstreamServer upstream = new UpstreamServer(0);
                DrivenHouse house =
                        DrivenHouse.up(
                                folder.resolve("house"),
                                "--sources",
                                Sources.metr(folder, upstream.url()).toString());
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(Chromium.options());
                Page page = browser.newPage()) {
            page.navigate(house.page("/indicators/" + P50));
            page.getByTestId("doubling-time").waitFor();
            page.evaluate("window.sameDocument = true");

            Map<String, Map<String, Double>> known = new HashMap<>();
            Map<String, Map<String, Map<String, Double>>> snapshots = new HashMap<>();
            for (Step step : steps()) {
                MetrFile file = MetrFile.read(files.resolve(step.file()), step.published());
                sync(house, upstream, file);
                file.values()
                        .forEach((indicator, values) ->
                                known.computeIfAbsent(indicator, _ -> new HashMap<>())
                                        .putAll(values));
                snapshots.put(house.get(STATE).path("asOf").asText(), copy(known));
                if (step.doublingDays() > 0) {
                    assertThat(doubling(house).path("estimate").asDouble())
                            .isCloseTo(step.doublingDays(), within(ROUNDED));
                    PlaywrightAssertions.assertThat(page.getByTestId("doubling-time"))
                            .containsText(step.shown(), patient());
                }
            }
            assertThat(page.evaluate("window.sameDocument")).as("no reload").isEqualTo(true);
            assertThat(doubling(house).path("low").asDouble()).isCloseTo(110.269, within(ROUNDED));
            assertThat(doubling(house).path("high").asDouble()).isCloseTo(154.655, within(ROUNDED));
            assertThat(house.get(STATE).at("/trend/points").asInt()).isEqualTo(14);

            JsonNode again = house.post("/sources/metr-time-horizons/sync?wait=PT60S");
            assertThat(again.path("notModified").asBoolean()).isTrue();
            for (var snapshot : snapshots.entrySet()) {
                for (var indicator : snapshot.getValue().entrySet()) {
                    assertThat(values(house, indicator.getKey(), snapshot.getKey()))
                            .as(indicator.getKey() + " as of " + snapshot.getKey())
                            .isEqualTo(indicator.getValue());
                }
            }
            alertIsOnItsPage(house, page);
        }
    }

    private static List<Step> steps() {
        return List.of(
                new Step(
                        "2025-08-01_a8d888bc/benchmark_results_1_0.yaml",
                        "2025-08-02T01:50:36Z",
                        0,
                        ""),
                new Step(
                        "2026-01-24_e484004c/benchmark_results_1_0.yaml",
                        "2026-01-24T21:59:39Z",
                        0,
                        ""),
                new Step(
                        "2026-01-30_94131bb2/benchmark_results_1_1.yaml",
                        "2026-01-30T07:25:21Z",
                        130.801,
                        "131 d"),
                new Step(
                        "2026-02-22_2afb13df/benchmark_results_1_1.yaml",
                        "2026-02-22T21:10:22Z",
                        122.611,
                        "123 d"),
                new Step(
                        "2026-03-03_0a397e8a/benchmark_results_1_1.yaml",
                        "2026-03-04T02:04:54Z",
                        128.744,
                        "129 d"));
    }

    private static void sync(DrivenHouse house, UpstreamServer upstream, MetrFile file)
            throws IOException, InterruptedException {
        upstream.serve(Files.readAllBytes(file.path()), file.published());
        JsonNode run = house.post("/sources/metr-time-horizons/sync?wait=PT60S");
        int rows = file.scores() + file.values().values().stream().mapToInt(Map::size).sum();
        assertThat(run.path("read").asInt()).isEqualTo(rows);
        assertThat(run.path("refused").asInt()).isZero();
    }

    private static JsonNode doubling(DrivenHouse house) throws IOException, InterruptedException {
        return house.get(STATE).at("/trend/doublingDays");
    }

    private static Map<String, Double> values(DrivenHouse house, String indicator, String asOf)
            throws IOException, InterruptedException {
        JsonNode answer = house.get("/indicators/" + indicator + "/observations?asOf=" + asOf);
        assertThat(answer.path("next").isNull()).as("one page").isTrue();
        List<String> keys = new ArrayList<>();
        Map<String, Double> values = new HashMap<>();
        answer.path("items")
                .forEach(it -> {
                    keys.add(it.path("externalId").asText());
                    values.put(it.path("externalId").asText(), it.path("value").asDouble());
                });
        assertThat(keys).doesNotHaveDuplicates();
        return values;
    }

    private static void alertIsOnItsPage(DrivenHouse house, Page page)
            throws IOException, InterruptedException {
        JsonNode alerts = house.get("/alerts?rule=horizon-ladder").path("items");
        assertThat(alerts).hasSize(1);
        assertThat(alerts.path(0).path("condition").asText()).isEqualTo("FIRING");
        assertThat(alerts.path(0).path("subject").asText()).isEqualTo("Claude Opus 4.6");
        page.navigate(house.page("/alerts"));
        PlaywrightAssertions.assertThat(
                        page.getByTestId("alert-row")
                                .filter(new Locator.FilterOptions().setHasText("working day")))
                .containsText("Claude Opus 4.6", patient());
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static Map<String, Map<String, Double>> copy(Map<String, Map<String, Double>> known) {
        Map<String, Map<String, Double>> copy = new HashMap<>();
        known.forEach((indicator, values) -> copy.put(indicator, Map.copyOf(values)));
        return copy;
    }
}
