package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// A series as it is asked for, and a value that is held.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class ReadingsIT {
    private static final String ID = "metr-horizon-p50";
    private static final String PAGE = "/indicators/" + ID;
    private static final String WHY = "0.06 lies 25.0 deviations below 120";
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private List<LedgerRowPayload> before = List.of();

    @BeforeEach
    void holds() {
        before = INGEST.ledgers.getOrDefault(ID, List.of());
        INGEST.ledgers.put(
                ID,
                List.of(
                        Wire.row("plain", 1, "STANDING", 119.73),
                        Wire.row("gone", 1, "SUPERSEDED", 77.0),
                        Wire.row("gone", 2, "RETRACTED", null),
                        Wire.held(Wire.row("odd", 1, "STANDING", 0.06), WHY)));
        put("STANDING", 900);
        put("INDEPENDENT", 600);
        Topic.publish(Wire.state(ID, Topic.nextVersion()));
    }

    @AfterEach
    void takesBack() {
        INGEST.ledgers.put(ID, before);
        INGEST.pasts.remove(ID + "?reading=STANDING");
        INGEST.pasts.remove(ID + "?reading=INDEPENDENT");
    }

    private static void put(String reading, double best) {
        IndicatorStatePayload state = Wire.state(ID, 1, best);
        INGEST.pasts.put(ID + "?reading=" + reading, state);
    }

    @Test
    void theSeriesIsReadAsTheAddressSays() {
        Page page = BROWSERS.at(PAGE + "?annotations=none");
        var best = page.getByTestId("indicator-value-" + ID);
        assertThat(best).containsText("12.0 h");
        assertThat(page.getByTestId("reading-counted")).hasAttribute("aria-pressed", "true");

        page.getByTestId("reading-standing").click();

        assertThat(best).containsText("15.0 h");
        assertThat(page).hasURL(Pattern.compile(".*annotations=none&reading=standing$"));
        page.getByTestId("reading-independent").click();
        assertThat(page).hasURL(Pattern.compile(".*&reading=independent$"));
        assertThat(best).containsText("10.0 h");
        page.reload();
        assertThat(best).containsText("10.0 h");
        assertThat(page.getByTestId("reading-independent")).hasAttribute("aria-pressed", "true");
        page.getByTestId("tab-table").click();
        assertThat(page).hasURL(Pattern.compile(".*&reading=independent&tab=table$"));
        assertThat(page.getByTestId("frontier-table")).containsText("10.0 h");
        Steps.back(page);
        assertThat(page).hasURL(Pattern.compile(".*&reading=independent$"));
        Steps.back(page);
        assertThat(page).hasURL(Pattern.compile(".*&reading=standing$"));
        assertThat(best).containsText("15.0 h");
    }

    @Test
    void whatDoesNotCountIsShownBesideTheResultsWhereItIsAskedFor() {
        Page page = BROWSERS.at(PAGE + "?annotations=none&tab=table");
        var table = page.getByTestId("frontier-table");
        assertThat(table).containsText("plain");
        assertThat(table).not().containsText("retracted");

        page.getByTestId("annotations-retracted").click();
        page.getByTestId("annotations-disputed").click();

        assertThat(table).containsText("disputed or held");
        assertThat(table).containsText("retracted");
        assertThat(page).hasURL(Pattern.compile(".*annotations=disputed,retracted&tab=table$"));
    }

    @Test
    void anAnalystVouchesForAValueThatIsHeld() {
        Page visitor = BROWSERS.at(PAGE + "?tab=sources");
        assertThat(visitor.getByTestId("notice")).containsText("1 value is held");
        assertThat(visitor.getByTestId("releases-table")).containsText("held: " + WHY);
        assertThat(visitor.getByTestId("confirm")).containsText("A later statement by its source");
        assertThat(visitor.getByTestId("confirm-button")).hasCount(0);

        Page page = BROWSERS.page();
        page.navigate("/login?next=" + PAGE.substring(1));
        page.getByTestId("login-user").locator("input").fill("analyst");
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
        assertThat(page).hasURL(PAGE);
        page.navigate(PAGE + "?tab=sources");
        page.getByTestId("confirm-why").locator("input").fill("I saw it");
        page.getByTestId("confirm-button").click();
        assertThat(page.getByTestId("confirm")).containsText("Confirmed");

        Topic.publish(Wire.state(ID, Topic.nextVersion()));
        assertThat(page.getByTestId("confirm")).hasCount(0);
        page.locator("details.provenance").first().click();
        assertThat(page.getByTestId("releases-table")).containsText("analyst: I saw it");
    }
}
