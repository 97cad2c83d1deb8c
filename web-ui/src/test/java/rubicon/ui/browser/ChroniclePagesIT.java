package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What is told in words: on the chart, below it, and on pages of its own; on a desk and on a
/// phone.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class ChroniclePagesIT {
    private static final String P50 = "metr-horizon-p50";

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void whatIsMarkedOnTheChartStandsBelowItInWords(int width) {
        Page page = page(width, "/indicators/" + P50);

        assertThat(signs(page)).containsText(new String[] {"1", "2", "3"});
        assertThat(milestones(page)).hasCount(3);
        Locator newest = milestones(page).first();
        assertThat(newest).containsText("3 Mar 2026");
        assertThat(newest.locator("[data-sign]")).hasText("3");
        assertThat(newest).containsText("The document of restated, page 3");
        assertThat(newest.locator("a.external"))
                .hasAttribute("href", "https://example.org/restated");
        assertThat(page.getByTestId("meanwhile-line")).hasCount(1);
        assertThat(page.getByTestId("meanwhile-line")).containsText("≥ 40 h");
        assertThat(page.getByTestId("meanwhile-line")).containsText("28.0 h to go");
        assertThat(page.getByTestId("meanwhile-forecast")).hasCount(3);
        fits(page);
    }

    @Test
    void theChipsChooseAndTheAddressKeepsTheChoice() {
        Page page = page(1440, "/indicators/" + P50);
        Locator related = page.getByTestId("annotations-categories");
        assertThat(related).hasAttribute("aria-pressed", "false");

        related.click();
        assertThat(page)
                .hasURL(Pattern.compile("annotations=milestones,categories,policies,forecasts$"));
        assertThat(milestones(page)).hasCount(4);
        page.getByTestId("annotations-superseded").click();
        assertThat(page.getByTestId("meanwhile-line")).hasCount(2);
        assertThat(page.locator("rubicon-chart")).containsText("superseded");
        assertThat(page).hasURL(Pattern.compile("annotations=.*superseded"));
        page.reload();
        assertThat(milestones(page)).hasCount(4);
        assertThat(page.getByTestId("meanwhile-line")).hasCount(2);
    }

    @Test
    void withoutAnnotationsTheChartIsItsValuesAlone() {
        Page page = page(1440, "/indicators/" + P50 + "?annotations=none");

        assertThat(page.getByTestId("annotations-milestones"))
                .hasAttribute("aria-pressed", "false");
        assertThat(page.getByTestId("meanwhile")).isHidden();
        assertThat(page.locator("rubicon-chart[tabindex]")).hasCount(0);
    }

    @Test
    void whereNothingIsToldNothingIsOffered() {
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
        Page page = page(1440, "/indicators/metr-horizon-p80?annotations=milestones");

        assertThat(page.locator("rubicon-chart[data-drawn]")).isVisible();
        assertThat(page.getByTestId("annotations-milestones")).isHidden();
        assertThat(page.getByTestId("meanwhile")).isHidden();
    }

    @Test
    void theKeyboardWalksFromMarkToMark() {
        Page page = page(1440, "/indicators/" + P50);
        Locator chart = page.locator("rubicon-chart[tabindex='0']");
        assertThat(signs(page)).containsText(new String[] {"1"});

        chart.focus();
        page.keyboard().press("Home");
        assertThat(chart.locator(".rb-tip-note")).containsText("1 · Nov 2024 · Who did suite");
        page.keyboard().press("ArrowRight");
        assertThat(chart.locator(".rb-tip-note")).containsText("What happened with found.");
        assertThat(chart.locator(".rb-tip-note")).containsText("The document of found, page 3");
        page.keyboard().press("End");
        assertThat(chart.locator(".rb-tip-note")).containsText("Who said ten-hours");
        page.keyboard().press("Escape");
        assertThat(chart.locator(".rb-tip-note")).isHidden();
    }

    @Test
    void thePointerOnAFlagTellsWhoWhatAndSource() {
        Page page = page(1440, "/indicators/" + P50);

        page.locator(
                        "rubicon-chart svg text",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^2$")))
                .first()
                .hover(new Locator.HoverOptions().setForce(true));

        Locator tip = page.locator("rubicon-chart .rb-tip-note");
        assertThat(tip).containsText("Who did found");
        assertThat(tip).containsText("What happened with found.");
        assertThat(tip).containsText("The document of found");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void milestonesStandNewestFirstAndAreFilteredByKind(int width) {
        Page page = page(width, "/milestones");

        assertThat(milestones(page)).hasCount(5);
        assertThat(milestones(page).first()).hasAttribute("data-milestone", "restated");
        assertThat(page.locator("[data-milestone='untrue']")).containsText("Withdrawn");
        fits(page);
        page.getByTestId("filter-eval-change").click();
        assertThat(page).hasURL(Pattern.compile("/milestones\\?kind=eval-change$"));
        assertThat(milestones(page)).hasCount(2);
        page.getByTestId("filter-all").click();
        assertThat(milestones(page)).hasCount(5);
        page.locator("[data-milestone='related'] a.tag").click();
        assertThat(page).hasURL(Pattern.compile("/milestones\\?category=bug-fixes$"));
        assertThat(milestones(page)).hasCount(2);
    }

    @Test
    void whatWasToldBeforeIsShownStruckThrough() {
        Page page = page(1440, "/milestones");

        page.locator("[data-milestone='restated']")
                .getByTestId("revisions")
                .locator("summary")
                .click();

        assertThat(page.locator("[data-milestone='restated'] del")).containsText("1 Mar 2026");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void thresholdsStandBesideWhatIsReachedNowLive(int width) {
        Page page = page(width, "/thresholds");

        Locator inForce = page.locator("[data-threshold='new']");
        assertThat(inForce).containsText("In force");
        assertThat(inForce.getByTestId("threshold-line")).containsText("12.0 h");
        assertThat(inForce.getByTestId("distance-" + P50)).hasText("28.0 h to go");
        assertThat(inForce.getByTestId("determination").first()).containsText("o4");
        assertThat(inForce.getByTestId("determination").first().locator(".badge"))
                .hasAttribute("data-tone", "critical");
        Locator old = page.locator("[data-threshold='old']");
        assertThat(old).containsText("superseded by Level new (v2)");
        assertThat(old.getByTestId("distance-" + P50)).hasText("Passed 16 Apr 2025");
        assertThat(page.getByTestId("threshold").last()).hasAttribute("data-threshold", "old");
        fits(page);

        Topic.publish(Wire.state(P50, Topic.nextVersion(), 3_000));
        assertThat(inForce.getByTestId("distance-" + P50)).hasText("Passed 5 Feb 2026");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void forecastsStandByWhatBecameOfThemWithGoalsApart(int width) {
        Page page = page(width, "/forecasts");

        assertThat(page.getByTestId("resolved")).hasText("2");
        assertThat(page.getByTestId("overdue")).hasText("2");
        assertThat(page.locator(".number").first()).containsText("1 of them a goal");
        Locator made = page.locator("[data-forecast='overdue'] [data-label='Made'] span");
        assertThat(made).hasText("2 Apr 2025");
        assertThat(made.evaluate("e => e.getClientRects().length")).isEqualTo(1);
        assertThat(page.getByTestId("forecasts-page")).containsText("Brier score 0.100 over 2");
        assertThat(page.getByTestId("forecasts-overdue").getByTestId("forecast"))
                .hasAttribute("data-forecast", "overdue");
        assertThat(page.getByTestId("forecasts-goals").getByTestId("forecast"))
                .hasAttribute("data-forecast", "intern");
        assertThat(page.getByTestId("beside-ten-hours"))
                .containsText("passed 5 Feb 2026, 510 d before it was due");
        assertThat(page.locator("[data-forecast='a-month']")).containsText("19 Jun 2027");
        fits(page);
    }

    @Test
    void theNavigationLeadsToEachPage() {
        Page page = page(1440, "/");
        for (String name : List.of("Milestones", "Thresholds", "Forecasts")) {
            page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(name))
                    .click();
            assertThat(page)
                    .hasURL(Pattern.compile("/" + name.toLowerCase(java.util.Locale.ROOT) + "$"));
            assertThat(page.locator("h1"))
                    .containsText(Pattern.compile(name, Pattern.CASE_INSENSITIVE));
        }
    }

    private static Locator milestones(Page page) {
        return page.getByTestId("milestone");
    }

    /// The numbers on the flags.
    private static Locator signs(Page page) {
        return page.locator(
                "rubicon-chart[data-drawn] svg text",
                new Page.LocatorOptions().setHasText(Pattern.compile("^[123]$")));
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static Page page(int width, String address) {
        Page page =
                BROWSERS.page(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(address);
        return page;
    }
}
