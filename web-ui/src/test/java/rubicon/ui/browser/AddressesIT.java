package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What is shown stands in the address, and an address shows the same again.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class AddressesIT {
    private static final String INDICATOR = "/indicators/metr-horizon-p50";

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
        Topic.publish(Wire.alert("an-alert", Topic.nextVersion(), "FIRING", "WARNING", List.of()));
        Topic.publish(
                Wire.alert(
                        "a-notice", Topic.nextVersion(), "FIRING", "NOTICE", List.of("BASELINE")));
    }

    @Test
    void theOverviewLinksToAnIndicatorAndBackReturns() {
        Page page = BROWSERS.at("/");

        page.getByRole(AriaRole.LINK, named("Time horizon, 50 % success")).click();

        assertThat(page).hasURL(ends(INDICATOR));
        assertThat(heading(page)).hasText("Time horizon at 50 %");
        Steps.back(page);
        assertThat(heading(page)).hasText("Where AI stands in doing AI R&D");
    }

    @Test
    void anIndicatorLinksToItsVariantAndShowsThatOne() {
        Page page = BROWSERS.at(INDICATOR);

        page.getByRole(AriaRole.LINK, named("metr-horizon-p80")).click();

        assertThat(page).hasURL(ends("/indicators/metr-horizon-p80"));
        assertThat(heading(page)).hasText("Time horizon at 80 %");
        assertThat(page.getByTestId("indicator-value-metr-horizon-p80")).hasText("1.2 h");
        Steps.back(page);
        assertThat(page.getByTestId("indicator-value-metr-horizon-p50")).hasText("12.0 h");
    }

    @Test
    void theListKeepsItsSearchInTheAddress() {
        Page page = BROWSERS.at("/indicators");

        page.getByTestId("indicator-search").locator("input").fill("80 %");

        assertThat(page.getByTestId("indicator-row")).hasCount(1);
        assertThat(page).hasURL(ends("/indicators?q=80%20%25"));
        page.reload();
        assertThat(page.getByTestId("indicator-row")).hasCount(1);
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "scale-linear, ?yScale=linear",
        "ci-none, ?ci=none",
        "time-2023..latest, ?time=2023..latest",
        "tab-table, ?tab=table",
        "tab-sources, ?tab=sources"
    })
    void everyChoiceStandsInTheAddressAndSurvivesAReload(String button, String query) {
        Page page = BROWSERS.at(INDICATOR);

        page.getByTestId(button).click();

        assertThat(page).hasURL(ends(INDICATOR + query));
        assertThat(page.getByTestId(button)).hasAttribute("aria-pressed", "true");
        page.reload();
        assertThat(page.getByTestId(button)).hasAttribute("aria-pressed", "true");
        assertThat(page).hasURL(ends(INDICATOR + query));
    }

    @Test
    void aDayOfThePastStandsInTheAddressAndTheWayBackToLiveLeavesIt() {
        Page page = BROWSERS.at(INDICATOR);

        Locator day = page.getByTestId("as-of").locator("input");
        day.fill("2026-02-01");
        day.press("Enter");

        assertThat(page).hasURL(ends(INDICATOR + "?asOf=2026-02-01T23:59:59Z"));
        assertThat(value(page)).hasText("5.1 h");
        page.reload();
        assertThat(value(page)).hasText("5.1 h");
        page.getByTestId("back-to-live").click();
        assertThat(page).hasURL(ends(INDICATOR));
        assertThat(value(page)).hasText("12.0 h");
    }

    @Test
    void todayStandsInTheAddressAsTheMomentThatWasAnswered() {
        Page page = BROWSERS.at(INDICATOR);
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Locator day = page.getByTestId("as-of").locator("input");
        day.fill(LocalDate.now(ZoneOffset.UTC).toString());
        day.press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*asOf=[-0-9T:]+Z$"));
        String said = page.url().replaceFirst(".*asOf=", "");
        org.assertj.core.api.Assertions.assertThat(Instant.parse(said))
                .isBetween(before, Instant.now());
    }

    @Test
    void aMomentThatIsStillToComeIsBroughtToNowWithANotice() {
        Page page = BROWSERS.at(INDICATOR + "?asOf=2099-01-01T00:00:00Z");

        assertThat(page.getByTestId("notice")).containsText("still to come");
        assertThat(page).not().hasURL(Pattern.compile(".*asOf=2099.*"));
        assertThat(page).hasURL(Pattern.compile(".*asOf=2.*Z"));
        assertThat(page.getByTestId("notice")).isVisible();
    }

    @Test
    void theMomentThatWasAnsweredReplacesTheOneThatWasAsked() {
        StubIngestResource.ingest().settled = Instant.parse("2026-01-31T12:00:00.123456Z");
        try {
            Page page = BROWSERS.at(INDICATOR + "?asOf=2026-02-01&tab=table");

            assertThat(page)
                    .hasURL(ends(INDICATOR + "?asOf=2026-01-31T12:00:00.123456Z&tab=table"));
            page.getByTestId("tab-chart").click();
            assertThat(page).hasURL(ends(INDICATOR + "?asOf=2026-01-31T12:00:00.123456Z"));
            assertThat(value(page)).hasText("5.1 h");
        } finally {
            StubIngestResource.ingest().settled = null;
        }
    }

    @Test
    void aDayInTheAddressIsItsEnd() {
        Page page = BROWSERS.at(INDICATOR + "?asOf=2026-02-01");

        assertThat(page).hasURL(ends(INDICATOR + "?asOf=2026-02-01T23:59:59Z"));
        assertThat(value(page)).hasText("5.1 h");
    }

    @Test
    void backAndForwardWalkThroughTheChoices() {
        Page page = BROWSERS.at(INDICATOR);
        page.getByTestId("scale-linear").click();
        assertThat(page).hasURL(ends(INDICATOR + "?yScale=linear"));
        page.getByTestId("tab-table").click();
        assertThat(page).hasURL(ends(INDICATOR + "?tab=table&yScale=linear"));

        Steps.back(page);
        assertThat(page.getByTestId("frontier-chart")).isVisible();
        assertThat(page.getByTestId("scale-linear")).hasAttribute("aria-pressed", "true");
        Steps.back(page);
        assertThat(page.getByTestId("scale-log")).hasAttribute("aria-pressed", "true");
        Steps.forward(page);
        assertThat(page).hasURL(ends(INDICATOR + "?yScale=linear"));
        Steps.forward(page);
        assertThat(page.getByTestId("frontier-table")).isVisible();
        assertThat(page).hasURL(ends(INDICATOR + "?tab=table&yScale=linear"));
    }

    @Test
    void whatIsNotUnderstoodFallsBackWithANoticeAndIsDropped() {
        Page page = BROWSERS.at(INDICATOR + "?yScale=cubic&colour=red&tab=table");

        assertThat(page.getByTestId("notice")).containsText("yScale=cubic");
        assertThat(page.getByTestId("frontier-table")).isVisible();
        assertThat(page).hasURL(ends(INDICATOR + "?tab=table"));
        assertThat(page.getByTestId("notice")).isVisible();
    }

    @Test
    void anAddressInAnotherOrderIsBroughtIntoTheCanonicalOne() {
        Page page = BROWSERS.at(INDICATOR + "?yScale=linear&ci=95&tab=table");

        assertThat(page).hasURL(ends(INDICATOR + "?tab=table&yScale=linear"));
        assertThat(page.getByTestId("frontier-table")).isVisible();
    }

    @Test
    void filtersOfAlertsStandInTheAddress() {
        Page page = BROWSERS.at("/alerts");
        assertThat(row(page, "an-alert")).isVisible();
        assertThat(row(page, "a-notice")).isVisible();

        page.getByTestId("filter-notice").click();

        assertThat(page).hasURL(ends("/alerts?severity=notice"));
        assertThat(row(page, "an-alert")).hasCount(0);
        page.getByTestId("filter-open").click();
        assertThat(page).hasURL(ends("/alerts?open=true&severity=notice"));
        page.reload();
        assertThat(row(page, "a-notice")).isVisible();
        assertThat(row(page, "an-alert")).hasCount(0);
        Steps.back(page);
        assertThat(page).hasURL(ends("/alerts?severity=notice"));
        Steps.back(page);
        assertThat(row(page, "an-alert")).isVisible();
    }

    @Test
    void whatDoesNotExistIsToldWithWaysOn() {
        assertThat(BROWSERS.at("/nothing/here").getByTestId("not-found"))
                .containsText("There is no page at this address");
        assertThat(BROWSERS.at("/indicators/nothing").getByTestId("not-found"))
                .containsText("There is no indicator “nothing”");
        assertThat(BROWSERS.at("/alerts/nothing").getByTestId("not-found"))
                .containsText("There is no alert “nothing”");
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/nothing/here, 404",
        "/indicators/nothing, 404",
        "/alerts/nothing, 404",
        "/indicators/metr-horizon-p80, 200",
        "/alerts/an-alert, 200",
        "/, 200"
    })
    void aPageThatThereIsNotAnswersNotFound(String address, int status) {
        Page page = BROWSERS.page();

        org.assertj.core.api.Assertions.assertThat(page.navigate(address).status())
                .isEqualTo(status);
    }

    @Test
    void anAddressOfStrangeLettersStaysAsItIs() {
        Page page = BROWSERS.at("/indicators/%3Cscript%3E");

        assertThat(page.getByTestId("not-found")).containsText("There is no indicator “<script>”");
        page.reload();
        assertThat(page.getByTestId("not-found")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/indicators/%3Cscript%3E"));
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator value(Page page) {
        return page.getByTestId("indicator-value-metr-horizon-p50");
    }

    private static Locator row(Page page, String alert) {
        return page.locator("[data-alert=" + alert + "]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Pattern ends(String address) {
        String literal = address.replaceAll("([.?*+^$()|\\[\\]])", "\\\\$1");
        return Pattern.compile(".*:\\d+" + literal + "$");
    }
}
