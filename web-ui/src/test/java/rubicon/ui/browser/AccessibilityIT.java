package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.StubSimulatorResource;
import rubicon.ui.testing.Wire;

/// Pages for those who use a keyboard, a screen reader, a dark room or a small screen.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
@QuarkusTestResource(StubSimulatorResource.class)
final class AccessibilityIT {
    private static final int MOST_TABS = 40;
    private static final List<SourcePayload> SOURCES = StubIngestResource.ingest().sources;

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
        Topic.publish(Wire.alert("an-alert", Topic.nextVersion(), "FIRING", "WARNING", List.of()));
        for (String health : List.of("OK", "DUE", "SILENT", "DRIFT", "GONE")) {
            SOURCES.add(Wire.source("a-source", "PT6H", Wire.RECORDED, Wire.RECORDED, health));
        }
    }

    @AfterEach
    void takesBack() {
        SOURCES.clear();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "/, news, LIGHT",
        "/, news, DARK",
        "/indicators, indicator-row, LIGHT",
        "/indicators/metr-horizon-p50, frontier-chart, LIGHT",
        "/indicators/metr-horizon-p50, frontier-chart, DARK",
        "/indicators/metr-horizon-p50?tab=sources, release-row, LIGHT",
        "/alerts, alert-row, LIGHT",
        "/alerts, alert-row, DARK",
        "/alerts/an-alert, alert-trail, DARK",
        "/views, work-row, LIGHT",
        "/views, work-row, DARK",
        "/views/model, indicator-row, LIGHT",
        "/views/lab, no-public-source, DARK",
        "/automation, category-row, LIGHT",
        "/automation, capability-model, DARK",
        "/discrepancies, discrepancy-value, LIGHT",
        "/discrepancies, documented, DARK",
        "/milestones, milestone, LIGHT",
        "/milestones, milestone, DARK",
        "/thresholds, threshold, LIGHT",
        "/thresholds, threshold, DARK",
        "/forecasts, forecast, LIGHT",
        "/forecasts, forecast, DARK",
        "/sources, source-row, LIGHT",
        "/sources, source-row, DARK",
        "/sources/names, name-search, LIGHT",
        "/dead-letters, analysts-only, LIGHT",
        "/simulator, model-card, LIGHT",
        "/simulator/toy, value-total, LIGHT",
        "/simulator/toy?run=0e5b9a52-6d0b-4c7e-9d37-1f0a2b3c4d5e, run-result, DARK",
        "/login, login-button, LIGHT"
    })
    void noSeriousViolationOfTheGuidelines(String address, String ready, ColorScheme scheme) {
        Page page =
                BROWSERS.page(
                        new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(address);
        assertThat(page.getByTestId(ready).first()).isVisible();

        var serious =
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(rule ->
                                        List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule ->
                                        rule.getId()
                                                + ": "
                                                + rule.getNodes().stream()
                                                        .map(node -> node.getHtml())
                                                        .toList())
                                .toList();

        assertThat(serious).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/indicators",
        "/indicators/metr-horizon-p50",
        "/views",
        "/views/model",
        "/automation",
        "/simulator",
        "/simulator/toy",
        "/discrepancies?rounding=true",
        "/alerts",
        "/alerts/an-alert",
        "/milestones",
        "/thresholds",
        "/forecasts",
        "/sources",
        "/sources/names",
        "/dead-letters"
    })
    void aPageFitsAPhone(String address) {
        Page page = BROWSERS.page(new Browser.NewContextOptions().setViewportSize(390, 844));
        page.navigate(address);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.getByTestId("feed-status")).hasText("Live");

        assertThat(page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void theKeyboardAloneOpensAnIndicatorAndChangesItsScale() {
        Page page = BROWSERS.at("/indicators");
        Locator link =
                page.getByTestId("indicator-row")
                        .first()
                        .getByRole(com.microsoft.playwright.options.AriaRole.LINK);
        assertThat(link).isVisible();

        tabTo(page, link);
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("indicator-page")).isVisible();
        Locator linear = page.getByTestId("scale-linear");
        assertThat(linear).isVisible();
        tabTo(page, linear);
        page.keyboard().press("Space");

        assertThat(linear).hasAttribute("aria-pressed", "true");
        assertThat(linear).isFocused();
    }

    @Test
    void theKeyboardAloneSignsInFromAnAlert() {
        Page page = BROWSERS.at("/alerts/an-alert");
        Locator in = page.getByTestId("acknowledge-sign-in");
        assertThat(in).isVisible();
        tabTo(page, in);
        page.keyboard().press("Enter");

        assertThat(page.getByTestId("login-user").locator("input")).isFocused();
        page.keyboard().type("analyst");
        page.keyboard().press("Tab");
        page.keyboard().type(rubicon.ui.testing.StubIngest.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.getByTestId("acknowledge-button")).isVisible();
    }

    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(
                    target.evaluate("e => e.matches(':focus') || e.matches(':focus-within')"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }
}
