package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// Levels and disagreements as they are asked for, and what of them stands in the address.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class DiscrepanciesIT {
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
        Topic.publish(Wire.state("metr-horizon-p80", Topic.nextVersion(), 70));
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void bothValuesStandWithTheirSourcesAndWhatCountsAndWhy(int width) {
        Page page = page(width);
        page.navigate("/discrepancies");

        var lines = page.getByTestId("discrepancy-value");
        assertThat(page.getByTestId("discrepancy")).hasCount(1);
        assertThat(page.getByTestId("discrepancy")).containsText("o3");
        assertThat(lines).hasCount(2);
        assertThat(lines.first()).containsText("2.0 h");
        assertThat(lines.first()).containsText("ranked 1: counts here");
        assertThat(lines.last()).containsText("1.5 h");
        assertThat(lines.last()).containsText("−24.8 %");
        assertThat(lines.last()).containsText("a letter");
        page.getByTestId("rounding").click();
        assertThat(page).hasURL(Pattern.compile(".*/discrepancies\\?rounding=true$"));
        assertThat(page.getByTestId("discrepancy")).hasCount(2);
        assertThat(page.getByTestId("discrepancy").last()).containsText("GPT-4");
    }

    @Test
    void kindAndIndicatorStandInTheAddress() {
        Page page = page(1440);
        page.navigate("/discrepancies");
        assertThat(page.getByTestId("documented")).hasCount(2);

        page.getByTestId("filter-arithmetic").click();

        assertThat(page).hasURL(Pattern.compile(".*\\?kind=arithmetic$"));
        assertThat(page.getByTestId("documented")).hasCount(1);
        page.reload();
        assertThat(page.getByTestId("documented")).containsText("Two numbers of a-slip");
        page.navigate("/discrepancies?kind=gossip&indicator=metr-horizon-p50");
        assertThat(page.getByTestId("notice")).containsText("kind=gossip");
        assertThat(page).hasURL(Pattern.compile(".*\\?indicator=metr-horizon-p50$"));
        assertThat(page.getByTestId("documented")).containsText("Two numbers of two-cards");
    }

    @Test
    void anIndicatorThatIsNamedLeadsThere() {
        Page page = page(1440);
        page.navigate("/indicators/metr-horizon-p50");

        assertThat(page.getByTestId("sources-disagree"))
                .containsText(
                        "Sources give different values for one subject, and one discrepancy is"
                                + " documented.");
        page.getByTestId("sources-disagree").locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/discrepancies\\?indicator=metr-horizon-p50$"));
        page.navigate("/indicators/metr-horizon-p80");
        assertThat(page.getByTestId("indicator-page")).isVisible();
        assertThat(page.getByTestId("sources-disagree")).isHidden();
    }

    @Test
    void theListIsFilteredAndDividedAsTheAddressSays() {
        INGEST.indicators.put(
                "a-share",
                Wire.indicator("a-share", "A share of tasks", "LAB", "SHARE", "EMPTY", List.of()));
        try {
            Page page = page(1440);
            page.navigate("/indicators");
            assertThat(page.getByTestId("indicator-count")).hasText("3 of 3");
            assertThat(page.getByTestId("indicator-group")).hasCount(2);

            page.getByTestId("view-lab").click();

            assertThat(page).hasURL(Pattern.compile(".*\\?view=lab$"));
            assertThat(page.getByTestId("indicator-row")).hasCount(1);
            assertThat(page.getByTestId("indicator-row")).containsText("nothing public held");
            page.getByTestId("data-only").click();
            assertThat(page.getByTestId("indicator-row")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*\\?data=true&view=lab$"));
            Steps.back(page);
            assertThat(page.getByTestId("indicator-row")).hasCount(1);
            page.getByTestId("view-all").click();
            page.getByTestId("kind").selectOption("measurement");
            assertThat(page).hasURL(Pattern.compile(".*\\?kind=measurement$"));
            assertThat(page.getByTestId("indicator-row")).hasCount(2);
            page.reload();
            assertThat(page.getByTestId("kind")).hasValue("measurement");
            page.getByTestId("group-none").click();
            assertThat(page).hasURL(Pattern.compile(".*\\?group=none&kind=measurement$"));
            assertThat(page.getByTestId("indicator-group")).hasCount(1);
        } finally {
            INGEST.indicators.remove("a-share");
        }
    }

    @Test
    void aLevelIsLeftForAnotherAndAnUnknownOneIsToldSo() {
        Page page = page(390);
        page.navigate("/views/model");
        assertThat(page.locator("h1")).hasText("Model: what can a model do by itself?");
        assertThat(page.getByTestId("indicator-row")).hasCount(2);

        page.getByTestId("level-card").last().click();

        assertThat(page).hasURL(Pattern.compile(".*/views/economy$"));
        assertThat(page.locator("h1")).hasText("Economy: does it show outside the labs?");
        assertThat(page.getByTestId("no-public-source")).containsText("Productivity and GDP");
        assertThat(page.getByTestId("level-card").last()).hasAttribute("aria-current", "page");
        var answer = page.navigate("/views/planet");
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(404);
        assertThat(page.getByTestId("not-found")).containsText("There is no level “planet”");
    }

    private static Page page(int width) {
        return BROWSERS.page(new Browser.NewContextOptions().setViewportSize(width, 900));
    }
}
