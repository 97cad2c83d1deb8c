package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What must not be cut, broken or written over, at the widths that pages are looked at.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class LayoutIT {
    private static final String P50 = "metr-horizon-p50";
    private static final RulePayload LADDER =
            Wire.ladder(
                    List.of(step("NOTICE", 500), step("WARNING", 2_400), step("CRITICAL", 2_600)));

    /// Pairs of texts in the picture that share more than a pixel.
    private static final String OVERLAPS =
            """
            chart => {
              const boxes = [...chart.querySelectorAll('svg text')]
                .filter(text => text.textContent.trim())
                .map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
              const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
              return boxes.flatMap((a, i) => boxes.slice(i + 1)
                .filter(b => meet(a.box, b.box)).map(b => a.text + ' / ' + b.text));
            }
            """;

    /// Texts that reach beyond the picture.
    private static final String CUT =
            """
            chart => {
              const room = chart.getBoundingClientRect();
              return [...chart.querySelectorAll('svg text')]
                .filter(text => text.textContent.trim())
                .filter(text => text.getBoundingClientRect().right > room.right + 1
                  || text.getBoundingClientRect().left < room.left - 1)
                .map(text => text.textContent);
            }
            """;

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        StubIngestResource.ingest().rules.add(LADDER);
        Topic.publish(crowded(Topic.nextVersion()));
    }

    @AfterEach
    void takesBack() {
        StubIngestResource.ingest().rules.remove(LADDER);
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1320, log", "1320, linear", "1024, log", "390, log", "390, linear"})
    void noTextOfTheChartIsCutOrWrittenOverAnother(int width, String scale) {
        Page page = page(width);
        page.navigate("/indicators/" + P50 + "?yScale=" + scale);
        Locator chart = page.locator("rubicon-chart[data-drawn]");
        assertThat(chart).containsText("40 h");

        if (width > 700) {
            assertThat(chart).containsText("the newest and highest");
        }
        assertThat((List<?>) chart.evaluate(OVERLAPS)).isEmpty();
        assertThat((List<?>) chart.evaluate(CUT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/indicators", "/indicators/metr-horizon-p50?tab=sources"})
    void tablesFitTheirPlaceAndNumbersKeepTheirUnit(String address) {
        Page page = page(1024);
        page.navigate(address);
        Locator row = page.locator(".data-table tbody tr:visible").first();
        assertThat(row).isVisible();
        assertThat(page.getByTestId("feed-status")).hasText("Live");

        assertThat(
                        page.locator(".table-scroll:visible")
                                .evaluate("e => e.scrollWidth - e.clientWidth"))
                .isEqualTo(0);
        assertThat(
                        row.locator("td.numeric")
                                .first()
                                .locator("span")
                                .first()
                                .evaluate("e => e.getClientRects().length"))
                .isEqualTo(1);
    }

    @Test
    void theDayOfThePastIsReadInFull() {
        Page page = page(1024);
        page.navigate("/indicators/" + P50 + "?asOf=2026-02-01");
        Locator day = page.getByTestId("as-of").locator("input");
        assertThat(day).hasValue("2026-02-01");

        assertThat(day.evaluate("e => e.scrollWidth <= e.clientWidth")).isEqualTo(true);
    }

    private static Page page(int width) {
        return BROWSERS.page(
                new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static SeverityPayload step(String name, double fire) {
        return new SeverityPayload(name, fire, fire, "PT0S", "PT0S");
    }

    /// Points so near to each other that not all their names have room.
    private static IndicatorStatePayload crowded(long version) {
        List<Point> frontier =
                IntStream.range(0, 14)
                        .mapToObj(i ->
                                Wire.point(
                                        i == 13 ? "the newest and highest" : "a model named " + i,
                                        LocalDate.of(2025, 1, 1).plusDays(25L * i).toString(),
                                        60 * Math.pow(1.35, i),
                                        40 * Math.pow(1.35, i),
                                        90 * Math.pow(1.35, i)))
                        .toList();
        IndicatorStatePayload state = Wire.state(P50, version);
        return new IndicatorStatePayload(
                state.indicator(),
                state.version(),
                state.asOf(),
                state.unit(),
                frontier.getLast(),
                frontier,
                false,
                state.trend(),
                state.saturation(),
                state.verdict(),
                state.forecasts(),
                state.lastReleaseAt(),
                state.counts(),
                state.reasons(),
                state.verdictReason(),
                state.today());
    }
}
