package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;

/// One release travels from its upstream file to a live page and an alert, in a house that was
/// started as a user would.
class ReleaseIT {
    private static final String STATE = "/indicators/metr-horizon-p50/state";

    private static final String BEYOND = "horizon-beyond-suite";

    private static final String LADDER = "horizon-ladder";

    private static final String SYNC = "/sources/metr-time-horizons/sync?wait=PT60S";

    @TempDir private Path folder;

    @Test
    void releaseTravelsFromItsFileToAnOpenPageAndAnAlert() throws Exception {
        Path data = folder.resolve("house");
        try (UpstreamServer upstream = new UpstreamServer(0)) {
            Path sources = Sources.metr(folder, upstream.url());
            List<Long> processes;
            try (DrivenHouse house = DrivenHouse.up(data, "--sources", sources.toString())) {
                processes = processes(house);
                assertThat(house.get(STATE).path("frontier")).isEmpty();
                firstRevision(house, upstream);
                pageChangesByItself(house, upstream);
                nothingIsLostOrDoubledByAKill(house, upstream);
            }
            assertThat(processes)
                    .as("processes left after down")
                    .allSatisfy(pid ->
                            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                                    .isEmpty());
        }
    }

    private static void firstRevision(DrivenHouse house, UpstreamServer upstream)
            throws IOException, InterruptedException {
        upstream.serve(file(Map.of("alpha", 4.0, "beta", 64.0)), at("2026-01-30T00:00:00Z"));
        JsonNode run = house.post(SYNC);
        assertThat(run.path("read").asInt()).isEqualTo(4);
        assertThat(run.path("new").asInt()).isEqualTo(4);
        assertThat(house.get(STATE).at("/latest/value").asDouble()).isEqualTo(64.0);
        assertThat(house.get("/alerts?rule=" + BEYOND).path("items")).isEmpty();
        assertThat(house.get("/alerts?rule=" + LADDER).path("items")).isEmpty();
    }

    private static void pageChangesByItself(DrivenHouse house, UpstreamServer upstream)
            throws IOException, InterruptedException {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(Chromium.options());
                Page page = browser.newPage()) {
            page.navigate(house.page("/"));
            Locator value = page.getByTestId("indicator-value-metr-horizon-p50");
            PlaywrightAssertions.assertThat(value).containsText("1.1 h", patient());
            page.evaluate("window.sameDocument = true");

            upstream.serve(
                    file(Map.of("alpha", 4.0, "beta", 60.0, "gamma", 1020.0)),
                    at("2026-02-22T00:00:00Z"));
            JsonNode run = house.post(SYNC);
            assertThat(run.path("revised").asInt()).isEqualTo(2);
            assertThat(run.path("new").asInt()).isEqualTo(2);

            PlaywrightAssertions.assertThat(value).containsText("17.0 h", patient());
            assertThat(page.evaluate("window.sameDocument")).as("no reload").isEqualTo(true);

            page.navigate(house.page("/alerts"));
            Locator rows = page.getByTestId("alert-row");
            PlaywrightAssertions.assertThat(rows.filter(titled("beyond what the suite")))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        }
        JsonNode beyond = house.get("/alerts?rule=" + BEYOND).path("items").path(0);
        assertThat(beyond.path("condition").asText()).isEqualTo("FIRING");
        assertThat(beyond.path("value").asDouble()).isEqualTo(1020.0);
        JsonNode ladder = house.get("/alerts?rule=" + LADDER).path("items").path(0);
        assertThat(ladder.path("condition").asText()).isEqualTo("FIRING");
        assertThat(ladder.path("value").asDouble()).isEqualTo(1020.0);
    }

    private static void nothingIsLostOrDoubledByAKill(DrivenHouse house, UpstreamServer upstream)
            throws IOException, InterruptedException {
        String before = house.get(STATE).path("asOf").asText();
        long killed = house.pid("ingest");
        ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        house.pid("ingest") != killed && house.status().path("ready").asBoolean());

        assertThat(house.get(STATE).at("/counts/standing").asInt()).isEqualTo(3);
        upstream.serve(
                file(Map.of("alpha", 4.0, "beta", 60.0, "gamma", 1000.0, "delta", 1200.0)),
                at("2026-03-03T00:00:00Z"));
        JsonNode run = house.post(SYNC);
        assertThat(run.path("new").asInt()).isEqualTo(2);
        assertThat(run.path("revised").asInt()).isEqualTo(2);
        assertThat(run.path("unchanged").asInt()).isEqualTo(4);

        JsonNode rows =
                house.get("/indicators/metr-horizon-p50/observations?revisions=true").path("items");
        List<String> seen = new ArrayList<>();
        rows.forEach(
                it -> seen.add(it.path("externalId").asText() + " " + it.path("value").asDouble()));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "alpha 4.0",
                        "beta 64.0",
                        "beta 60.0",
                        "gamma 1020.0",
                        "gamma 1000.0",
                        "delta 1200.0");
        assertThat(house.get(STATE + "?asOf=" + before).at("/latest/value").asDouble())
                .isCloseTo(1020.0, within(0.0));
        assertThat(house.get("/alerts?rule=" + BEYOND).path("items")).hasSize(1);
        assertThat(house.get("/alerts?rule=" + LADDER).path("items")).hasSize(1);
    }

    private static List<Long> processes(DrivenHouse house)
            throws IOException, InterruptedException {
        List<Long> pids = new ArrayList<>();
        house.status().path("components").forEach(it -> pids.add(it.path("pid").asLong()));
        assertThat(pids).hasSize(5);
        return pids;
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static Locator.FilterOptions titled(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    /// A file in METR's form with these horizons at 50 %, in minutes; invented numbers. Models came
    /// out a year after each other, in the order of their names.
    private static byte[] file(Map<String, Double> horizons) {
        StringBuilder yaml = new StringBuilder("benchmark_name: METR-Horizon-v1.1\nresults:\n");
        List<String> order = List.of("alpha", "beta", "gamma", "delta");
        for (String model : order) {
            if (horizons.containsKey(model)) {
                yaml.append(row(model, 2022 + order.indexOf(model), horizons.get(model)));
            }
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String model, int year, double p50) {
        return """
          %s:
            metrics:
              p50_horizon_length: {estimate: %s, ci_low: %s, ci_high: %s}
              p80_horizon_length: {estimate: %s, ci_low: %s, ci_high: %s}
            release_date: %d-06-01
        """
                .formatted(model, p50, p50 / 2, p50 * 2, p50 / 10, p50 / 20, p50 / 5, year)
                .indent(2);
    }
}
