package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
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

/// A house where reading needs credentials, as an organisation runs it.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(
        value = StubIngestResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "closed", value = "true"))
final class ClosedHouseIT {
    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final StubIngest ingest = StubIngestResource.ingest();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
        Topic.publish(
                Wire.alert("closed-alert", Topic.nextVersion(), "FIRING", "WARNING", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/indicators", "/indicators/metr-horizon-p50", "/alerts", "/sources"})
    void aVisitorIsLedToTheSignInWhateverTheyAskFor(String address) {
        Page page = BROWSERS.at(address);

        assertThat(page.getByTestId("login-user")).isVisible();
        assertThat(page.locator("body")).not().containsText("12.0 h");
        assertThat(page.getByTestId("firing-badge")).isHidden();
    }

    @Test
    void signingInLeadsBackAndReadsWithTheirOwnToken() {
        Page page = BROWSERS.at("/indicators/metr-horizon-p50?tab=table&yScale=linear");

        signIn(page);

        assertThat(page)
                .hasURL(
                        Pattern.compile(
                                ".*/indicators/metr-horizon-p50\\?tab=table&yScale=linear$"));
        assertThat(page.getByTestId("frontier-table")).isVisible();
        assertThat(page.getByTestId("notice")).hasCount(0);
    }

    @Test
    void aRevokedTokenMakesAVisitorAtTheNextStep() {
        Page page = BROWSERS.at("/indicators");
        signIn(page);
        assertThat(page.getByTestId("indicator-row").first()).isVisible();

        ingest.endSessions();
        page.locator("vaadin-side-nav-item[path=alerts]").click();

        assertThat(page.getByTestId("login-user")).isVisible();
    }

    private static void signIn(Page page) {
        page.getByTestId("login-user").locator("input").fill("viewer");
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
    }
}
