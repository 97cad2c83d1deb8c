package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import rubicon.ui.testing.Horizons;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// The time horizons that are fitted to runs, on the page of an indicator that names a suite.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class HorizonFromRunsIT {
    private static final String ID = "metr-horizon-p50";
    private static final String PAGE = "/indicators/" + ID;
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void names() {
        IndicatorPayload entry = Objects.requireNonNull(INGEST.indicators.get(ID));
        INGEST.indicators.put(ID, Horizons.withRuns(entry));
        INGEST.horizons.put(ID, Horizons.horizon(ID));
        Topic.publish(Wire.state(ID, Topic.nextVersion()));
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
    }

    @AfterEach
    void takesBack() {
        INGEST.indicators.put(
                ID, Wire.indicator(ID, "Time horizon at 50 %", "LOG", List.of("metr-horizon-p80")));
        INGEST.horizons.remove(ID);
    }

    @Test
    void agentsStandInATableAndTheChosenOneInTheAddress() {
        Page page = BROWSERS.at(PAGE);
        var table = page.getByTestId("horizon-table");
        assertThat(table).containsText("40 min");
        assertThat(table).containsText("13 min to 3.3 h");
        assertThat(table).containsText("no run succeeded");
        assertThat(page.getByTestId("horizon-trend")).containsText("doubles every 212 d");
        assertThat(page.getByTestId("horizon-method")).containsText("Left out: 12 runs");
        var chart = page.getByTestId("horizon-chart");
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("^o1, success.*"));
        assertThat(chart.locator("canvas, svg").first()).isVisible();

        page.getByTestId("horizon-agent").selectOption("GPT-4");

        assertThat(page).hasURL(Pattern.compile(".*\\?agent=GPT-4$"));
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("^GPT-4, success.*"));
        page.reload();
        assertThat(page.getByTestId("horizon-agent")).hasValue("GPT-4");
        assertThat(table.locator("tr[aria-current]")).containsText("GPT-4");
        table.getByText("davinci-002").click();
        assertThat(page).hasURL(Pattern.compile(".*\\?agent=davinci-002$"));
        // A page that is left before it came does not come back.
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("^davinci-002, success.*"));
        Steps.back(page);
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("^GPT-4, success.*"));
    }

    @Test
    void whereNothingIsHeldThatIsSaidAndWhereNoSuiteIsNamedNothing() {
        INGEST.horizons.put(ID, Horizons.empty(ID));
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("horizon-nothing"))
                .hasText("No eval runs of the suite a-suite are held.");
        assertThat(page.getByTestId("horizon-table")).isHidden();

        Page other = BROWSERS.at("/indicators/metr-horizon-p80");
        assertThat(other.getByTestId("about")).containsText("none named");
        assertThat(other.getByTestId("horizon-section")).isHidden();
    }

    /// Of an indicator without a row no state moves, whatever runs arrive.
    @Test
    void runsThatMakeNoValueAreShownTooWithoutAWordFromTheFeed() {
        INGEST.horizons.put(ID, Horizons.empty(ID));
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("horizon-nothing")).isVisible();

        INGEST.horizons.put(ID, Horizons.horizon(ID));

        assertThat(page.getByTestId("horizon-table"))
                .containsText(
                        "40 min", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
    }

    @Test
    void runsThatMadeAValueAreReadAndWhatCannotBeReadLeavesWhatWasWithItsTime() {
        Page page = BROWSERS.at(PAGE);
        assertThat(page.getByTestId("horizon-table")).containsText("40 min");

        INGEST.down();
        try {
            Topic.publish(Wire.state(ID, Topic.nextVersion()));
            assertThat(page.getByTestId("horizon-stale"))
                    .containsText(Pattern.compile("What is shown was read at .* UTC"));
            assertThat(page.getByTestId("horizon-table")).containsText("40 min");
            INGEST.horizons.put(ID, Horizons.empty(ID));
        } finally {
            INGEST.up();
        }
        assertThat(page.getByTestId("horizon-nothing"))
                .hasText("No eval runs of the suite a-suite are held.");
        assertThat(page.getByTestId("horizon-stale")).isEmpty();

        INGEST.horizons.put(ID, Horizons.horizon(ID));
        Topic.publish(Wire.state(ID, Topic.nextVersion()));
        assertThat(page.getByTestId("horizon-table")).containsText("40 min");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePartIsForEverybodyAndFitsAPhone(ColorScheme scheme) {
        Page page =
                BROWSERS.page(
                        new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(390, 844)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(PAGE);
        assertThat(page.getByTestId("horizon-chart")).isVisible();
        page.getByTestId("horizon-section").getByText("In numbers").click();
        assertThat(page.getByTestId("horizon-bins")).containsText("80");
        Assertions.assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Assertions.assertThat(
                        new AxeBuilder(page)
                                        .include("[data-testid=horizon-section]")
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
