package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.testing.Analyses;
import rubicon.ui.testing.Horizons;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What is told of an indicator beyond its state: the shape of its course, who improves a record,
/// jumps and rests, and two agents compared.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class AnalysisIT {
    private static final String ID = "metr-horizon-p50";
    private static final String PAGE = "/indicators/" + ID;
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void analysed() {
        IndicatorPayload entry = Objects.requireNonNull(INGEST.indicators.get(ID));
        INGEST.indicators.put(ID, Analyses.asLedger(Horizons.withRuns(entry)));
        INGEST.horizons.put(ID, Horizons.horizon(ID));
        INGEST.analysed.add(ID);
        Topic.publish(Wire.state(ID, Topic.nextVersion()));
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
    }

    @AfterEach
    void takesBack() {
        INGEST.indicators.put(
                ID, Wire.indicator(ID, "Time horizon at 50 %", "LOG", List.of("metr-horizon-p80")));
        INGEST.horizons.remove(ID);
        INGEST.analysed.remove(ID);
    }

    @Test
    void theShapeIsToldInASentenceAndATable() {
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("shape-verdict"))
                .hasText(
                        "The data cannot tell. Still possible: exponential, one change of slope (13 dates held out, of 20 values).");
        var table = page.getByTestId("shape-table");
        assertThat(table.locator("tbody tr")).hasCount(4);
        assertThat(table).containsText("grows ×4.00 a year (×3.00 to ×5.00)");
        assertThat(table).containsText("changed on 5 Dec 2024");
        assertThat(table).containsText("0.100");
        assertThat(page.getByTestId("shape-slope")).containsText("it may be the same");

        Page other = BROWSERS.at("/indicators/metr-horizon-p80");
        assertThat(other.getByTestId("about")).isVisible();
        assertThat(other.getByTestId("shapes-section")).isHidden();
        assertThat(other.getByTestId("ledger-section")).isHidden();
        assertThat(other.getByTestId("jumps-section")).isHidden();
    }

    @Test
    void theLedgerSaysWhoGainedWhatAndTheChosenDayStandsInTheAddress() {
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("ledger-headline"))
                .containsText("AI made 2 of them and 54.0 %");
        assertThat(page.getByTestId("ledger-headline")).containsText("1 step is a bundle");
        assertThat(page.getByTestId("ledger-laws")).containsText("halves in 206 d");
        var chart = page.getByTestId("ledger-chart");
        assertThat(chart)
                .hasAttribute("aria-label", Pattern.compile("^Sum of logarithmic steps.*AI: 2.*"));
        assertThat(chart.locator("canvas, svg").first()).isVisible();
        var parts = page.getByTestId("ledger-parts");
        assertThat(parts).containsText("Since 20 Nov 2025");
        assertThat(parts).containsText("Bundles of edits");

        page.getByTestId("ledger-since").selectOption("2025-01-01");

        assertThat(page).hasURL(Pattern.compile(".*\\?since=2025-01-01$"));
        assertThat(parts).containsText("Since 1 Jan 2025");
        page.reload();
        assertThat(page.getByTestId("ledger-since")).hasValue("2025-01-01");
        page.getByTestId("ledger-section").getByText("Step by step").click();
        assertThat(page.getByTestId("ledger-steps")).containsText("timed again");
    }

    @Test
    void jumpsAreToldByGeneration() {
        Page page = BROWSERS.at(PAGE);
        var table = page.getByTestId("jumps-table");
        assertThat(table.locator("tbody tr").first()).containsText("Claude Opus 4.6");
        assertThat(table.locator("tbody tr").first()).containsText("none");
        assertThat(table.locator("tbody tr").last()).containsText("×1.50");
        assertThat(page.getByTestId("jumps-changes"))
                .containsText("20.0 a year up to 1 Sep 2025 and 55.0 since: chance 0.002");
    }

    @Test
    void twoAgentsAreComparedAndBothStandInTheAddress() {
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("horizon-comparison")).isHidden();

        page.getByTestId("horizon-rival").selectOption("GPT-4");

        assertThat(page).hasURL(Pattern.compile(".*\\?rival=GPT-4$"));
        var told = page.getByTestId("horizon-comparison");
        assertThat(told)
                .hasText(
                        "o1 does better than GPT-4: +12.3 points on 80 tasks of 34 families that both were given (95 %: +3.1 to +21.5; p 0.012).");
        page.reload();
        assertThat(told).containsText("o1 does better than GPT-4");
        page.getByTestId("horizon-rival").selectOption("");
        assertThat(told).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/" + ID + "$"));
    }

    @Test
    void anyThresholdIsForecastAndStandsInTheAddress() {
        Page page = BROWSERS.at(PAGE);
        var field = page.getByTestId("crossing-threshold").locator("input");
        var told = page.getByTestId("crossing-told");
        assertThat(told).isHidden();

        field.fill("12000");
        field.press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*\\?threshold=12000$"));
        assertThat(told).containsText("200 h: expected from 17 Mar 2027 to 2 Oct 2027");
        assertThat(told).containsText("by the end of 2026 with 7 % to 29 %");
        page.reload();
        assertThat(field).hasValue("12000");
        field.fill("soon");
        field.press("Enter");
        assertThat(told).isHidden();
        assertThat(page.getByTestId("crossing-threshold")).containsText("A number is needed");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePartsAreForEverybodyAndFitAPhone(ColorScheme scheme) {
        Page page =
                BROWSERS.page(
                        new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(390, 844)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(PAGE);
        assertThat(page.getByTestId("ledger-chart")).isVisible();
        assertThat(page.getByTestId("jumps-table")).isVisible();
        assertThat(page.getByTestId("shape-table")).isVisible();
        page.getByTestId("ledger-section").getByText("Step by step").click();
        Assertions.assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Assertions.assertThat(
                        new AxeBuilder(page)
                                        .include("[data-testid=indicator-page]")
                                        .withTags(
                                                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                        .analyze()
                                        .getViolations()
                                        .stream()
                                        .filter(rule ->
                                                List.of("serious", "critical")
                                                        .contains(rule.getImpact()))
                                        .map(Rule::getId)
                                        .toList())
                .isEmpty();
    }
}
