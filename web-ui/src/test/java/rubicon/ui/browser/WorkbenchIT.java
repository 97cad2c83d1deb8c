package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.StubSimulator;
import rubicon.ui.testing.StubSimulatorResource;

/// The simulator's workbench, with a simulator of one small model.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
@QuarkusTestResource(StubSimulatorResource.class)
final class WorkbenchIT {
    private static final String TOY = "/simulator/toy";
    private static final StubSimulator SIMULATOR = StubSimulatorResource.simulator();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void forgets() {
        SIMULATOR.empty();
    }

    @Test
    void theListLeadsToAModelWithItsDefaults() {
        Page page = page(1440);
        page.navigate("/simulator");
        assertThat(page.getByTestId("model-card")).containsText("What does a line do?");

        page.getByTestId("model-link").click();

        assertThat(page).hasURL(ends(TOY));
        assertThat(page.getByTestId("value-total")).hasText("10 h");
        assertThat(page.getByTestId("value-end")).hasText("∞");
        assertThat(page.getByTestId("value-unknown")).hasText("–");
        assertThat(page.getByTestId("input-slope"))
                .containsText("Default 1; a number from 0 to 2. Calibrated from the ledger: fit");
        assertThat(page.getByTestId("about-model")).containsText("A paper on lines");
    }

    @Test
    void curvesFollowTheHandThatDragsAndTheAddressWhereItRests() {
        Page page = page(1440);
        page.navigate(TOY);
        Locator total = page.getByTestId("value-total");
        assertThat(total).hasText("10 h");
        Locator chart = page.getByTestId("curves-line").locator("rubicon-chart[data-drawn]");
        assertThat(chart).hasAttribute("aria-label", Pattern.compile(".*line from 1.00 to 4.00.*"));
        Locator slider = page.getByTestId("slider-slope");
        slider.scrollIntoViewIfNeeded();
        BoundingBox box = slider.boundingBox();
        double y = box.y + box.height / 2;

        page.mouse().move(box.x + box.width / 2, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.8, y);

        assertThat(total).not().hasText("10 h");
        assertThat(chart).not().hasAttribute("aria-label", Pattern.compile(".*1.00 to 4.00.*"));
        assertThat(page).hasURL(ends(TOY));
        page.mouse().move(box.x + box.width + 50, y);
        page.mouse().up();
        assertThat(total).hasText("20 h");
        assertThat(page).hasURL(ends(TOY + "?p.slope=2"));
        assertThat(page.getByTestId("changes")).hasText("1 changed");
    }

    @Test
    void anAddressShowsTheSameAgainAndBackUndoes() {
        Page page = page(1440);
        page.navigate(TOY + "?p.slope=0.5&p.shape=bend&p.positions.1.end2024=0.9");
        assertThat(page.getByTestId("value-total")).hasText("50 h");
        assertThat(page.getByTestId("field-slope")).hasValue("0.5");
        assertThat(page.getByTestId("choice-shape")).hasValue("bend");
        assertThat(page.getByTestId("cell-positions-1-end2024")).hasValue("0.9");
        assertThat(page.getByTestId("aggregate-2024")).hasText("Steep count 1");

        page.getByTestId("field-bend").fill("1");
        page.getByTestId("field-bend").press("Enter");
        assertThat(page.getByTestId("value-total")).hasText("5 h");
        // The answer may be there before the address is.
        assertThat(page).hasURL(Pattern.compile(".*p\\.bend=1.*"));
        Steps.back(page);
        assertThat(page.getByTestId("value-total")).hasText("50 h");
        assertThat(page.getByTestId("field-bend")).hasValue("3");
        Steps.forward(page);
        assertThat(page.getByTestId("value-total")).hasText("5 h");
        page.getByTestId("reset-shape").click();
        assertThat(page.getByTestId("field-bend")).isHidden();
        page.getByTestId("reset-all").click();
        assertThat(page).hasURL(ends(TOY));
        assertThat(page.getByTestId("value-total")).hasText("10 h");
    }

    @Test
    void whatIsRefusedIsSaidAtItsInput() {
        Page page = page(1440);
        page.navigate(TOY);
        Locator slope = page.getByTestId("field-slope");
        slope.fill("7");
        slope.press("Enter");
        assertThat(page.getByTestId("error-slope"))
                .hasText("slope must be a number from 0 to 2, not 7.0");
        assertThat(slope).hasAttribute("aria-invalid", "true");
        assertThat(page.getByTestId("results")).hasAttribute("data-stale", "true");

        slope.fill("much");
        slope.press("Enter");
        assertThat(page.getByTestId("error-slope")).hasText("slope must be a number from 0 to 2");
        slope.fill("2");
        slope.press("Enter");
        assertThat(page.getByTestId("error-slope")).isHidden();
        assertThat(page.getByTestId("value-total")).hasText("20 h");

        page.navigate(TOY + "?p.slope=steep&sampling=DICE");
        assertThat(page.getByTestId("notice").first()).containsText("sampling=DICE");
        assertThat(page.getByTestId("notice").nth(1)).containsText("p.slope=steep");
        assertThat(page).hasURL(ends(TOY));
    }

    @Test
    void marksMoveTheAggregateOfTheirYearAndRowsComeAndGo() {
        Page page = page(1440);
        page.navigate(TOY);
        assertThat(page.getByTestId("aggregate-2026")).hasText("Steep count 1");

        page.getByTestId("slide-positions-2-end2026").focus();
        page.keyboard().press("End");

        assertThat(page.getByTestId("aggregate-2026")).hasText("Steep count 2");
        assertThat(page.getByTestId("aggregate-2025")).hasText("Steep count 0");
        assertThat(page.getByTestId("cell-positions-2-end2026")).hasValue("1");
        assertThat(page).hasURL(ends(TOY + "?p.positions.2.end2026=1"));
        assertThat(page.getByTestId("changes")).hasText("1 changed");
        page.getByTestId("add-row-positions").click();
        assertThat(page.getByTestId("aggregate-2026")).hasText("Steep count 3");
        page.reload();
        assertThat(page.getByTestId("aggregate-2026")).hasText("Steep count 3");
        assertThat(page.getByTestId("cell-positions-3-category")).hasValue("chip-design");
    }

    @Test
    void aSimulationRunsToItsEndAndItsAddressShowsItAgain() {
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy%3Fp.shape%3Dbend");
        signIn(page, "analyst");
        assertThat(page.getByTestId("drawn"))
                .containsText("slope from uniform (low 0.5, high 1.5)");
        page.getByTestId("draw-bend").selectOption("uniform");
        assertThat(page.getByTestId("drawn")).containsText("bend from uniform");
        page.getByTestId("samples").fill("5000");
        page.getByTestId("samples").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*samples=5000.*"));
        page.getByTestId("sobol-pairs").fill("512");
        page.getByTestId("sobol-pairs").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*sobolPairs=512.*"));

        page.getByTestId("run").click();

        assertThat(page.getByTestId("progress")).containsText("% of 10,000 samples");
        assertThat(page.getByTestId("run-result")).isVisible();
        assertThat(SIMULATOR.begun).hasSize(1);
        assertThat(SIMULATOR.begun.getFirst().path("samples").asInt()).isEqualTo(5_000);
        assertThat(SIMULATOR.begun.getFirst().path("sobolPairs").asInt()).isEqualTo(512);
        assertThat(SIMULATOR.begun.getFirst().path("parameters").path("shape").asText())
                .isEqualTo("bend");
        assertThat(
                        SIMULATOR
                                .begun
                                .getFirst()
                                .path("parameters")
                                .path("bend")
                                .path("distribution")
                                .asText())
                .isEqualTo("uniform");
        assertThat(page.getByTestId("quantile-row")).containsText("5.5");
        assertThat(page.getByTestId("quantile-row")).containsText("∞");
        assertThat(page.getByTestId("exceedances")).containsText("50 %");
        assertThat(page.getByTestId("fan-line").and(page.locator("[data-drawn]"))).isVisible();
        assertThat(page.getByTestId("rank-row")).containsText("+0.98");
        assertThat(page.getByTestId("tornado-row")).containsText("6 h → 14 h");
        assertThat(page.getByTestId("sobol-row")).containsText("0.91");
        assertThat(page.getByTestId("sobol-row")).containsText("0.97");
        assertThat(page.getByTestId("other-inputs")).isHidden();
        Download csv = page.waitForDownload(() -> page.getByTestId("download-csv").click());
        assertThat(csv.suggestedFilename()).startsWith("toy-").endsWith(".csv");

        page.reload();
        assertThat(page.getByTestId("run-summary")).containsText("seed 1, latin hypercube");
        page.getByTestId("field-count").fill("5");
        page.getByTestId("field-count").press("Enter");
        assertThat(page.getByTestId("other-inputs")).isVisible();
        page.getByTestId("take-inputs").click();
        assertThat(page.getByTestId("other-inputs")).isHidden();
    }

    @Test
    void aSimulationIsCancelled() {
        SIMULATOR.endless = true;
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("run").click();

        page.getByTestId("cancel").click();

        assertThat(page.getByTestId("monte-carlo").getByTestId("notice"))
                .hasText("The simulation was cancelled: by analyst.");
    }

    @Test
    void whoMayNotRunOneIsToldSo() {
        Page page = page(1440);
        page.navigate(TOY);
        assertThat(page.getByTestId("analysts-only")).containsText("needs the role analyst");
        assertThat(page.getByTestId("run")).isHidden();

        page.navigate("/login?next=simulator/toy");
        signIn(page, "viewer");
        assertThat(page.getByTestId("analysts-only")).containsText("yours is viewer");
    }

    @Test
    void theListLeadsToAScenarioWithItsInputs() throws IOException {
        SIMULATOR.tell();
        Page page = page(1440);
        page.navigate("/simulator");
        page.getByTestId("scenario-link").first().click();

        assertThat(page.getByTestId("take-scenario")).hasValue("steep");
        assertThat(page.getByTestId("value-total")).hasText("20 h");
        page.getByTestId("reset-all").click();
        assertThat(page).hasURL(Pattern.compile(".*/simulator/toy\\?samples=4000&seed=7$"));
    }

    @Test
    void aScenarioIsTakenComparedSavedAndRun() throws IOException {
        SIMULATOR.tell();
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("take-scenario").selectOption("steep");

        assertThat(page.getByTestId("value-total")).hasText("20 h");
        assertThat(page.getByTestId("scenario-about")).containsText("Lines may bend.");
        assertThat(page.getByTestId("samples")).hasValue("4000");
        assertThat(page).hasURL(Pattern.compile(".*p\\.slope=2&samples=4000&scenario=steep.*"));
        page.getByTestId("compare-scenario").selectOption("flat");
        assertThat(page.getByTestId("difference")).hasCount(1);
        assertThat(page.getByTestId("difference")).containsText("2 1/month");
        assertThat(page.getByTestId("results")).containsText("It is flat: 5 h");
        page.reload();
        assertThat(page.getByTestId("results")).containsText("It is flat: 5 h");
        Download yaml = page.waitForDownload(() -> page.getByTestId("export-scenario").click());
        assertThat(yaml.suggestedFilename()).isEqualTo("steep.yaml");

        page.getByTestId("field-slope").fill("1.5");
        page.getByTestId("field-slope").press("Enter");
        page.getByTestId("save-as").locator("summary").click();
        page.getByTestId("scenario-title").fill("My own");
        page.getByTestId("save-scenario").click();
        assertThat(page.getByTestId("scenarios")).containsText("Saved: My own, version 1.");
        assertThat(page.getByTestId("take-scenario")).hasValue("own");
        page.getByTestId("take-scenario").selectOption("steep");
        assertThat(page.getByTestId("scenario-about")).containsText("It is steep");
        page.getByTestId("run-scenario").click();
        assertThat(page.getByTestId("run-result")).isVisible();
    }

    @Test
    void aScenarioIsImported() throws IOException {
        SIMULATOR.tell();
        Page page = page(1440);
        page.navigate("/simulator/toy");
        assertThat(page.getByTestId("import-yaml")).isHidden();
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("import-yaml").locator("summary").click();
        page.getByTestId("import-scenario").click();
        assertThat(page.getByTestId("scenarios")).containsText("There is nothing to import yet.");

        // Text of JSON is YAML, too.
        page.getByTestId("scenario-yaml")
                .fill(
                        """
                        {"title": "From afar", "model": "toy", "version": 1,
                         "parameters": {"slope": 1.5}}
                        """);
        page.getByTestId("import-scenario").click();
        assertThat(page.getByTestId("scenarios")).containsText("Saved: From afar, version 1.");
        assertThat(page.getByTestId("take-scenario")).hasValue("own");
        assertThat(page.getByTestId("value-total")).hasText("15 h");
        assertThat(page.getByTestId("import-yaml")).not().hasAttribute("open", "");

        page.getByTestId("import-yaml").locator("summary").click();
        page.getByTestId("scenario-yaml").fill("{\"title\": \"Of another\", \"model\": \"other\"}");
        page.getByTestId("import-scenario").click();
        assertThat(page.getByTestId("scenarios")).containsText("It is of the model other");
    }

    @Test
    void whatNobodyChangedOfAScenarioStaysWhenItIsSaved() throws IOException {
        SIMULATOR.tellOwn();
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("take-scenario").selectOption("own");
        assertThat(page.getByTestId("scenario-about"))
                .containsText("Slope: latest of metr-horizon-p50");
        assertThat(page.getByTestId("scenario-about")).containsText("forecast-lines");

        page.getByTestId("field-slope").fill("1.5");
        page.getByTestId("field-slope").press("Enter");
        assertThat(page.getByTestId("value-total")).hasText("15 h");
        page.getByTestId("change-scenario").click();

        assertThat(page.getByTestId("scenarios")).containsText("Saved: Own lines");
        JsonNode saved = SIMULATOR.scenario("own");
        assertThat(saved.path("parameters").path("slope").asDouble()).isEqualTo(1.5);
        assertThat(saved.path("bindings").fieldNames()).toIterable().containsExactly("bend");
        assertThat(saved.path("publish").path("indicator").asText()).isEqualTo("forecast-lines");
        assertThat(saved.path("outputs").path(0).asText()).isEqualTo("total");
    }

    @Test
    void aVariationIsLaidOverWhatStandsOnThePage() throws IOException {
        SIMULATOR.tellOwn();
        Page page = page(1440);
        page.navigate(TOY);
        page.getByTestId("take-scenario").selectOption("own");
        assertThat(page.getByTestId("value-total")).hasText("20 h");
        page.getByTestId("field-count").fill("5");
        page.getByTestId("field-count").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*p\\.count=5&p\\.slope=2.*"));

        page.getByTestId("variation").click();

        assertThat(page.getByTestId("variation")).hasText("Half as steep");
        assertThat(page.getByTestId("value-total")).hasText("10 h");
        assertThat(page.getByTestId("field-slope")).hasValue("1");
        assertThat(page.getByTestId("field-count")).hasValue("5");
        assertThat(page.getByTestId("take-scenario")).hasValue("own");
        Steps.back(page);
        assertThat(page.getByTestId("value-total")).hasText("20 h");
    }

    @Test
    void aRunOfATakenScenarioAsksAllThatTheScenarioAsks() throws IOException {
        SIMULATOR.tell();
        SIMULATOR.tellOwn();
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy%3Fscenario%3Down");
        signIn(page, "analyst");
        page.getByTestId("draw-slope").selectOption("prior");
        assertThat(page.getByTestId("drawn"))
                .containsText("As the scenario has it: thresholds, outputs, time limit.");

        page.getByTestId("run").click();

        assertThat(page.getByTestId("run-result")).isVisible();
        JsonNode begun = SIMULATOR.begun.getFirst();
        assertThat(begun.path("outputs")).hasToString("[\"total\"]");
        assertThat(begun.path("thresholds")).hasToString("{\"total\":[15]}");
        assertThat(begun.path("timeLimit").asText()).isEqualTo("PT5M");
        assertThat(begun.has("correlations")).isFalse();
        assertThat(page.getByTestId("other-terms")).isHidden();
        page.getByTestId("take-scenario").selectOption("steep");
        assertThat(page.getByTestId("other-terms"))
                .containsText("It was run with other thresholds, outputs, time limit");
    }

    @Test
    void whatTheLedgerHoldsForAScenarioIsToldAndShownOnDemand() throws IOException {
        SIMULATOR.tellOwn();
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("take-scenario").selectOption("own");
        assertThat(page.getByTestId("value-total")).hasText("20 h");
        assertThat(page.getByTestId("scenario-about"))
                .containsText("metr-horizon-p50, now 0.25 1/month, of 2026-05-05");
        assertThat(page.getByTestId("scenario-about")).containsText("which has no value: its own");

        page.getByTestId("show-ledger").click();

        assertThat(page.getByTestId("field-slope")).hasValue("0.25");
        assertThat(page.getByTestId("value-total")).hasText("2.5 h");
        // Who only looks does not take it off the ledger.
        page.getByTestId("change-scenario").click();
        assertThat(page.getByTestId("scenarios")).containsText("Saved: Own lines");
        JsonNode saved = SIMULATOR.scenario("own");
        assertThat(saved.path("bindings").fieldNames())
                .toIterable()
                .containsExactly("slope", "bend");
        assertThat(saved.path("parameters").path("slope").asDouble()).isEqualTo(2);
    }

    @Test
    void aForkIsGivenOnlyWhatSomebodyChanged() throws IOException {
        SIMULATOR.tell();
        Page page = page(1440);
        page.navigate("/login?next=simulator/toy");
        signIn(page, "analyst");
        page.getByTestId("take-scenario").selectOption("steep");
        assertThat(page.getByTestId("value-total")).hasText("20 h");
        page.getByTestId("field-slope").fill("1.5");
        page.getByTestId("field-slope").press("Enter");
        assertThat(page.getByTestId("value-total")).hasText("15 h");

        page.getByTestId("fork-scenario").click();

        assertThat(page.getByTestId("scenarios")).containsText("Saved: It is steep, forked");
        assertThat(SIMULATOR.scenario("own").path("parameters").fieldNames())
                .toIterable()
                .containsExactly("slope");
    }

    @Test
    void scenariosThatCannotBeReadComeLater() throws IOException {
        SIMULATOR.scenariosAway = true;
        SIMULATOR.tell();
        Page page = page(1440);
        page.navigate(TOY + "?scenario=steep");
        assertThat(page.getByTestId("scenarios")).containsText("again");

        SIMULATOR.scenariosAway = false;

        assertThat(page.getByTestId("scenario-about")).containsText("Lines may bend.");
    }

    @Test
    void aSimulatorWithoutScenariosShowsNone() {
        Page page = page(1440);
        page.navigate(TOY);

        assertThat(page.getByTestId("value-total")).hasText("10 h");
        assertThat(page.getByTestId("scenarios")).isHidden();
    }

    @Test
    void anUnknownModelIsSaidSoAndOneThatCannotBeReadComesLater() {
        Page page = page(1440);
        page.navigate("/simulator/nothing");
        assertThat(page.getByTestId("not-found")).containsText("nothing");

        SIMULATOR.down();
        try {
            page.navigate(TOY);
            assertThat(page.getByTestId("notice"))
                    .containsText("The simulator service does not answer.");
        } finally {
            SIMULATOR.up();
        }
        assertThat(page.getByTestId("value-total")).hasText("10 h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulator", TOY})
    void aPhoneIsNeverScrolledSideways(String address) {
        Page page = page(390);
        page.navigate(address);
        assertThat(page.getByTestId(address.equals(TOY) ? "value-total" : "model-card"))
                .isVisible();

        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    private static Pattern ends(String address) {
        String literal = address.replaceAll("([.?*+^$()|\\[\\]])", "\\\\$1");
        return Pattern.compile(".*:\\d+" + literal + "$");
    }

    private static void signIn(Page page, String user) {
        page.getByTestId("login-user").locator("input").fill(user);
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
    }

    private static Page page(int width) {
        return BROWSERS.page(new Browser.NewContextOptions().setViewportSize(width, 1_000));
    }
}
