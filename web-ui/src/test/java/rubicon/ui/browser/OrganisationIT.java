package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.testing.ProviderResource;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// Signing in at an organisation's provider.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
@QuarkusTestResource(value = ProviderResource.class, restrictToAnnotatedClass = true)
final class OrganisationIT {
    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final StubIngest ingest = StubIngestResource.ingest();

    @BeforeEach
    void everybodyIsAnAnalyst() {
        ingest.memberRole = "analyst";
    }

    @Test
    void signingInThereReturnsToWhereOneWasAsWhomTheProviderNames() {
        AlertPayload alert =
                Wire.alert(
                        "organisation-alert", Topic.nextVersion(), "FIRING", "WARNING", List.of());
        ingest.alerts.put(alert.id(), alert);
        Page page = BROWSERS.at("/alerts/organisation-alert?from=mail");
        page.getByTestId("acknowledge-sign-in").click();

        signInThere(page);

        assertThat(page).hasURL(Pattern.compile(".*/alerts/organisation-alert(\\?from=mail)?$"));
        assertThat(page.getByTestId("sign-out")).isVisible();
        page.getByTestId("acknowledge-button").click();
        assertThat(page.getByTestId("acknowledgement")).containsText("took note");
    }

    @Test
    void signingInThereGivesTheBrowserAnotherSession() {
        Page page = BROWSERS.at("/login");
        assertThat(page.getByTestId("login-organisation")).isVisible();
        String visitors = Browsers.session(page);

        signInThere(page);

        assertThat(page.getByTestId("sign-out")).isVisible();
        Assertions.assertThat(Browsers.session(page)).isNotEqualTo(visitors);
    }

    @Test
    void whereAccountsOfTheHouseAreSwitchedOffNoPasswordIsAskedFor() {
        Page page = BROWSERS.at("/login");

        assertThat(page.getByTestId("login-organisation")).isVisible();
        assertThat(page.getByTestId("login-user")).isHidden();
        assertThat(page.getByTestId("login-password")).isHidden();
        assertThat(page.getByTestId("login-button")).isHidden();
    }

    @Test
    void whoHasNoRoleHereIsToldSoAndStaysAVisitor() {
        ingest.memberRole = "";
        Page page = BROWSERS.at("/login?next=alerts");

        signInThere(page);

        assertThat(page.getByTestId("login-failure")).containsText("no role here");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?next=alerts&refused=role$"));
        assertThat(page.getByTestId("sign-in")).isVisible();
    }

    @Test
    void theWayBackNeverLeadsToAnotherHost() {
        Page page = BROWSERS.at("/login?next=//example.org/alerts");

        signInThere(page);

        assertThat(page.locator("h1")).hasText("Where AI stands in doing AI R&D");
    }

    @Test
    void anAddressThatAsksForAnotherHostAfterwardsIsNotFollowed() {
        Page page = BROWSERS.at("/sso?next=//example.org/alerts");

        page.locator("#login").click();

        assertThat(page.locator("h1")).hasText("Where AI stands in doing AI R&D");
        assertThat(page.getByTestId("sign-out")).isVisible();
    }

    @Test
    void aSignInThatWasBrokenOffThereIsTold() {
        Page page = BROWSERS.at("/login?next=alerts");
        page.getByTestId("login-organisation").click();
        assertThat(page.locator("#login")).isVisible();
        String state = page.url().replaceFirst(".*[?&]state=([^&]*).*", "$1");

        page.navigate("/sso?error=access_denied&state=" + state);

        assertThat(page.getByTestId("login-failure")).containsText("did not succeed");
        assertThat(page.getByTestId("sign-in")).isVisible();
    }

    private static void signInThere(Page page) {
        page.getByTestId("login-organisation").click();
        page.locator("#login").click();
    }
}
