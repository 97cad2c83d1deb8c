package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.Indices;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// The page of the automation index.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class AutomationIT {
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void publishes() {
        INGEST.index = Indices.automation();
        INGEST.capability = Indices.capability("POINTS", 0.95);
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void whatTheNumberIsWorthIsSaidBeforeItAndEachStepBelow(int width) {
        Page page = page(width);
        page.navigate("/automation");

        assertThat(page.getByTestId("honesty")).containsText("Insufficient evidence: 66 %");
        assertThat(page.getByTestId("automation-value")).hasText("0.41");
        assertThat(page.getByTestId("automation-bounds")).hasText("0.02 to 0.83");
        assertThat(page.getByTestId("automation-steep")).hasText("1");
        assertThat(page.getByTestId("category-row")).hasCount(2);
        assertThat(page.getByTestId("contribution")).containsText("71.0 % by Model One");
        assertThat(page.getByTestId("contribution")).containsText("stale");
        assertThat(page.getByTestId("category-row").last()).containsText("Nothing counts.");
        assertThat(page.getByTestId("answered-for")).containsText("4 Mar 2026, 05:06:07 UTC");
        assertThat(page.getByTestId("capability-reasons")).containsText("Thin: 8 scores");
        assertThat(page.getByTestId("capability-model")).hasCount(2);
        page.getByTestId("contribution").locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/indicators/metr-horizon-p50$"));
    }

    @Test
    void theMomentStandsInTheAddressAndIsLeftAgain() {
        Page page = page(1440);
        page.navigate("/automation?asOf=2026-03-04");

        assertThat(page).hasURL(Pattern.compile(".*\\?asOf=2026-03-04T23:59:59Z$"));
        assertThat(page.getByTestId("automation-value")).hasText("0.41");
        INGEST.index = Indices.nothing();
        page.getByTestId("back-to-now").click();
        assertThat(page).hasURL(Pattern.compile(".*/automation$"));
        assertThat(page.getByTestId("honesty")).containsText("there is no index");
        assertThat(page.getByTestId("automation-value")).hasText("–");
    }

    @Test
    void whatCannotBeReadAnewSaysWhenItWasReadAndNumbersOfAnotherMomentAreCleared() {
        Topic.publish(Wire.state("automation-index", Topic.nextVersion()));
        Page page = page(1440);
        page.navigate("/automation");
        assertThat(page.getByTestId("automation-value")).hasText("0.41");
        Page past = page(1440);
        past.navigate("/automation?asOf=2026-03-04");
        assertThat(past.getByTestId("automation-value")).hasText("0.41");

        INGEST.down();
        try {
            Topic.publish(Wire.state("automation-index", Topic.nextVersion()));
            assertThat(page.getByTestId("notice").filter(said("was read at"))).isVisible();
            assertThat(page.getByTestId("automation-value")).hasText("0.41");

            past.getByTestId("back-to-now").click();
            assertThat(past.getByTestId("automation-number")).containsText("Could not be read.");
            assertThat(past.getByTestId("automation-value")).hasCount(0);
        } finally {
            INGEST.up();
        }
        assertThat(past.getByTestId("automation-value")).hasText("0.41");
        assertThat(page.getByTestId("notice").filter(said("was read at"))).hasCount(0);
    }

    private static Locator.FilterOptions said(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static Page page(int width) {
        return BROWSERS.page(new Browser.NewContextOptions().setViewportSize(width, 900));
    }
}
