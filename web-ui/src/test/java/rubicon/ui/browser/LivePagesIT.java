package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What arrives on the topics changes open pages by itself.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class LivePagesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String P50 = "metr-horizon-p50";

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    /// How much of a WebSocket a visitor has.
    enum Visitor {
        WITH_WEBSOCKET,
        WITHOUT_WEBSOCKET,
        BEHIND_A_PROXY_THAT_ENDS_WEBSOCKETS
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseAndAnAlertChangeAnOpenPageWithoutReload(Visitor visitor) {
        Topic.publish(Wire.state(P50, Topic.nextVersion(), 240));
        Page page = BROWSERS.page();
        AtomicInteger frames = new AtomicInteger();
        page.onWebSocket(socket -> socket.onFrameReceived(_ -> frames.incrementAndGet()));
        switch (visitor) {
            case WITH_WEBSOCKET -> {}
            case WITHOUT_WEBSOCKET -> page.addInitScript("delete window.WebSocket");
            case BEHIND_A_PROXY_THAT_ENDS_WEBSOCKETS ->
                    page.routeWebSocket(_ -> true, WebSocketRoute::close);
        }
        page.navigate("/");
        Locator value = page.getByTestId("indicator-value-" + P50);
        assertThat(value).hasText("4.0 h");
        page.evaluate("window.sameDocument = true");

        Topic.publish(Wire.state(P50, Topic.nextVersion(), 360));
        assertThat(value).hasText("6.0 h");
        Topic.publish(Wire.state(P50, Topic.nextVersion(), 480));
        assertThat(value).hasText("8.0 h");

        String alert = "live-" + Topic.nextVersion();
        Topic.publish(Wire.alert(alert, 1, "FIRING", "CRITICAL", List.of()));
        assertThat(page.getByTestId("open-alerts").locator("[data-alert=" + alert + "]"))
                .isVisible();
        assertThat(page.evaluate("window.sameDocument")).as("no reload").isEqualTo(true);
        assertThat(frames.get() > 0)
                .as("a WebSocket brought it")
                .isEqualTo(visitor == Visitor.WITH_WEBSOCKET);
        assertThat(page.evaluate("window.Vaadin.connectionState.state"))
                .as("no warning of a lost connection")
                .isIn("connected", "loading");
        Topic.publish(Wire.alert(alert, 2, "NORMAL", "CRITICAL", List.of()));
    }

    @Test
    void theTableTellsTheValuesThatTheChartDraws() throws JsonProcessingException {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators/" + P50);
        assertThat(page.locator("rubicon-chart[data-drawn]")).isVisible();

        JsonNode option =
                JSON.readTree(
                        (String) page.getByTestId("frontier-chart").evaluate("e => e.optionJson"));
        List<String> drawn = new ArrayList<>();
        for (JsonNode series : option.get("series")) {
            String best = series.get("id").asText().equals("frontier") ? " yes" : " no";
            if (best.equals(" yes") || series.get("id").asText().equals("results")) {
                series.get("data")
                        .forEach(point ->
                                drawn.add(
                                        point.get("name").asText()
                                                + " "
                                                + point.at("/tip/1").asText()
                                                + best));
            }
        }
        page.getByTestId("tab-table").click();
        Locator rows = page.getByTestId("frontier-table").locator("tbody tr");
        assertThat(rows).hasCount(5);
        List<String> told = new ArrayList<>();
        for (Locator row : rows.all()) {
            told.add(
                    row.locator("[data-label=Model]").innerText()
                            + " "
                            + row.locator("[data-label=Value]").innerText()
                            + " "
                            + row.locator("[data-label='Best so far']").innerText());
        }

        assertThat(told)
                .containsExactly(
                        "Claude Opus 4.6 12.0 h yes",
                        "claude_opus_4_6 12.0 h no",
                        "o3 2.0 h no",
                        "o3 2.0 h yes",
                        "GPT-4 4.0 min yes")
                .containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(page.getByTestId("trend-sentence"))
                .hasText(
                        "The trend, fitted on 14 points of the running best, doubles every 129 d"
                                + " (95 % interval 110 to 155 d).");
    }

    @Test
    void theOverviewsChartHasItsTable() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/");
        assertThat(page.locator("rubicon-chart[data-drawn]")).isVisible();

        page.getByTestId("chart-twin").locator("summary").click();

        assertThat(page.getByTestId("frontier-table").locator("tbody tr")).hasCount(5);
        Topic.publish(Wire.state(P50, Topic.nextVersion(), 900));
        assertThat(page.getByTestId("frontier-table")).containsText("15.0 h");
    }

    @Test
    void whereThereIsNothingToDrawASentenceStandsInsteadOfAxes() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators/" + P50 + "?time=2030..latest");

        assertThat(page.getByTestId("nothing-to-draw")).hasText("No result in this range.");
        assertThat(page.getByTestId("frontier-chart")).isHidden();
        page.getByTestId("time-earliest..latest").click();
        assertThat(page.locator("rubicon-chart[data-drawn]")).isVisible();
        assertThat(page.getByTestId("nothing-to-draw")).isHidden();
    }

    @Test
    void theListTellsTheDoublingTimeWithItsIntervalAndItsPoints() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators");

        Locator cell =
                page.getByTestId("indicator-row")
                        .filter(new Locator.FilterOptions().setHasText(P50))
                        .locator("[data-label='Doubling time']");
        assertThat(cell).containsText("129 d");
        assertThat(cell).containsText("110 to 155 d · 14 points");
    }

    @Test
    void theDoublingTimeStandsWithItsIntervalAndItsPoints() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators/" + P50);

        assertThat(page.getByTestId("doubling-time")).hasText("129 d");
        assertThat(page.locator(".number", containing("Doubling time")))
                .containsText("110 to 155 d (95 %) · 14 points");
    }

    @Test
    void whatOnlyOtherSourcesSayIsToldApartFromTheResults() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators/" + P50);

        assertThat(page.getByTestId("result-count")).hasText("17");
        assertThat(page.locator(".number", containing("Results")))
                .containsText("3 more as evidence, 0 disputed, 1 retracted");
    }

    @Test
    void anIntervalSaysWhatItCovers() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        Page page = BROWSERS.at("/indicators/" + P50);

        assertThat(page.locator(".number", containing("Best value")))
                .containsText("5.3 h to 65.8 h (95 %)");
        assertThat(page.locator("rubicon-chart[data-drawn]")).containsText("Intervals, 95 %");
        page.getByTestId("tab-table").click();
        assertThat(page.getByTestId("frontier-table").locator("tbody tr").first())
                .containsText("95 % bootstrap");
    }

    @Test
    void aLineThatIsCrossedAndPendingSaysSo() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
        String id = "waits-" + Topic.nextVersion();
        Topic.publish(Wire.alert(id, 1, "PENDING", "WARNING", List.of()));
        Page overview = BROWSERS.at("/");
        assertThat(overview.getByTestId("open-alerts").locator("[data-alert=" + id + "]"))
                .containsText("crossed, not for as long as its rule waits");
        Page page = BROWSERS.at("/indicators/" + P50);

        assertThat(page.locator(".number", containing("Next threshold")))
                .containsText("crossed, not for as long as its rule waits");

        Topic.publish(Wire.alert(id, 2, "NORMAL", "WARNING", List.of()));
        assertThat(page.locator(".number", containing("Next threshold")))
                .not()
                .containsText("crossed, not");
    }

    @Test
    void anEpisodeThatGrewGraverAfterItsRuleIsNews() {
        String id = "baseline-" + Topic.nextVersion();
        var found = Wire.alert(id, 1, "FIRING", "NOTICE", List.of("BASELINE"));
        Topic.publish(found);
        Page page = BROWSERS.at("/alerts");
        String row = "[data-alert=" + id + "]";
        assertThat(page.getByTestId("alerts-baseline").locator(row)).isVisible();
        Page overview = BROWSERS.at("/");
        assertThat(overview.getByTestId("firing-count")).hasText(Pattern.compile("\\d+"));
        int before = Integer.parseInt(overview.getByTestId("firing-count").innerText());

        Topic.publish(Wire.raised(found, 2, "CRITICAL", Instant.now()));

        assertThat(page.getByTestId("alerts-firing").locator(row))
                .containsText(
                        Pattern.compile(
                                "critical since just now; notice already so when the rule was made"));
        assertThat(page.getByTestId("alerts-baseline").locator(row)).isHidden();
        assertThat(overview.getByTestId("firing-count")).hasText("" + (before + 1));
        assertThat(overview.getByTestId("firing-badge")).hasText("" + (before + 1));
        assertThat(
                        overview.getByTestId("news-item")
                                .filter(
                                        new Locator.FilterOptions()
                                                .setHasText("raised to critical")))
                .isVisible();
        page.navigate("/alerts/" + id);
        assertThat(page.locator(".number", containing("Critical since"))).containsText("just now");
        assertThat(page.getByTestId("alert-page"))
                .containsText("notice already so when the rule was made");
        Topic.publish(Wire.alert(id, 3, "NORMAL", "NOTICE", List.of("BASELINE")));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
