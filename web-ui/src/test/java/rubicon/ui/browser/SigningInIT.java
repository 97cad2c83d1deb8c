package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// Who may do what on the pages, and what they are told.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class SigningInIT {
    private static final String NOTE = "judged with the benchmark's authors";

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final StubIngest ingest = StubIngestResource.ingest();
    private AlertPayload alert = newAlert();

    @BeforeEach
    void publishes() {
        alert = newAlert();
        ingest.alerts.put(alert.id(), alert);
        Topic.publish(alert);
        Topic.publish(Wire.state("metr-horizon-p50", Topic.nextVersion()));
    }

    @Test
    void signingInReturnsToWhereOneWasWithItsQuery() {
        Page page = BROWSERS.at("/indicators/metr-horizon-p50?tab=table&yScale=linear");

        page.getByTestId("sign-in").click();
        signIn(page, "analyst", StubIngest.PASSWORD);

        assertThat(page)
                .hasURL(
                        Pattern.compile(
                                ".*/indicators/metr-horizon-p50\\?tab=table&yScale=linear$"));
        assertThat(page.getByTestId("frontier-table")).isVisible();
        assertThat(page.getByTestId("sign-out")).isVisible();
    }

    @Test
    void aPageThatIsLeftTakesNobodysSessionAway() {
        given().cookie("JSESSIONID", "renamed-meanwhile")
                .queryParam("v-r", "push")
                .queryParam("v-uiId", 0)
                .queryParam("X-Atmosphere-Transport", "close")
                .queryParam("X-Atmosphere-tracking-id", UUID.randomUUID())
                .post("/VAADIN/push")
                .then()
                .header("Set-Cookie", nullValue());
    }

    @Test
    void aWrongPasswordIsToldAndTheWayBackIsKept() {
        Page page = BROWSERS.at("/login?next=alerts");

        signIn(page, "analyst", "wrong");

        assertThat(page.getByTestId("login-failure")).hasText("User or password is not right.");
        signIn(page, "analyst", StubIngest.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/alerts$"));
    }

    @Test
    void aWayBackToAnotherHostIsNotFollowed() {
        Page page = BROWSERS.at("/login?next=//example.org/alerts");

        signIn(page, "analyst", StubIngest.PASSWORD);

        assertThat(page.locator("h1")).hasText("Where AI stands in doing AI R&D");
    }

    @Test
    void signingOutMakesAVisitorAgain() {
        Page page = signedInAt("analyst");

        page.getByTestId("sign-out").click();

        assertThat(page.getByTestId("sign-in")).isVisible();
        assertThat(page.getByTestId("acknowledge-sign-in")).isVisible();
        assertThat(page.getByTestId("acknowledge-button")).hasCount(0);
    }

    @Test
    void anAcknowledgementWithItsNoteStandsInTheAuditTrail() {
        Page page = signedInAt("analyst");

        note(page).fill(NOTE);
        page.getByTestId("acknowledge-button").click();

        assertThat(page.getByTestId("acknowledgement")).containsText("analyst took note");
        assertThat(page.getByTestId("acknowledgement")).containsText(NOTE);
        assertThat(page.getByTestId("alert-trail")).containsText("acknowledged");
        assertThat(page.getByTestId("alert-trail")).containsText(NOTE);
        page.reload();
        assertThat(page.getByTestId("alert-trail")).containsText(NOTE);
    }

    @Test
    void aHalfWrittenNoteSurvivesALiveUpdateOfItsAlert() {
        Page page = signedInAt("admin");
        note(page).pressSequentially("half written");

        AlertPayload worse = Wire.severity(alert, Topic.nextVersion(), "CRITICAL");
        ingest.alerts.put(worse.id(), worse);
        Topic.publish(worse);

        assertThat(page.locator(".alert-badges")).containsText("critical");
        assertThat(note(page)).hasValue("half written");
        assertThat(note(page)).isFocused();
    }

    @Test
    void someoneElsesAcknowledgementArrivesByItself() {
        Page page = signedInAt("analyst");
        assertThat(page.getByTestId("acknowledge-button")).isVisible();

        AlertPayload taken =
                Wire.version(Wire.acknowledged(alert, "a colleague", "seen"), Topic.nextVersion());
        ingest.alerts.put(taken.id(), taken);
        Topic.publish(taken);

        assertThat(page.getByTestId("acknowledgement")).containsText("a colleague took note");
        assertThat(page.getByTestId("acknowledge-button")).hasCount(0);
    }

    @Test
    void aViewerIsToldWhichRoleIsNeeded() {
        Page page = signedInAt("viewer");

        assertThat(page.getByTestId("acknowledgement")).containsText("needs the role analyst");
        assertThat(page.getByTestId("acknowledge-button")).hasCount(0);
    }

    @Test
    void aRoleThatWasTakenAwayMeanwhileIsToldAndTheNoteStays() {
        Page page = signedInAt("analyst");
        note(page).fill(NOTE);

        ingest.degradeAll();
        page.getByTestId("acknowledge-button").click();

        assertThat(page.getByTestId("acknowledgement")).containsText("may not acknowledge");
        assertThat(note(page)).hasValue(NOTE);
    }

    @Test
    void aSessionThatEndedMeanwhileIsToldByItselfAndWhatWasWrittenStays() {
        Page page = signedInAt("analyst");
        note(page).fill(NOTE);

        ingest.endSessions();

        assertThat(page.getByTestId("acknowledgement")).containsText("session has ended");
        assertThat(page.getByTestId("acknowledge-button")).hasCount(0);
        assertThat(page.getByTestId("acknowledge-sign-in")).isVisible();
        assertThat(page.getByTestId("sign-in")).isVisible();
        assertThat(note(page)).hasValue(NOTE);
        assertThat(page.getByTestId("alert-page")).isVisible();
    }

    @Test
    void whereNoOrganisationsSignInIsSetUpItsAddressSaysSo() {
        Page page = BROWSERS.at("/sso?next=alerts");

        assertThat(page.getByTestId("login-failure")).containsText("No organisation's sign-in");
        assertThat(page.getByTestId("login-user")).isVisible();
    }

    private Page signedInAt(String user) {
        Page page = BROWSERS.at("/alerts/" + alert.id());
        page.getByTestId("acknowledge-sign-in").click();
        signIn(page, user, StubIngest.PASSWORD);
        assertThat(page.getByTestId("alert-page")).isVisible();
        return page;
    }

    private static void signIn(Page page, String user, String password) {
        page.getByTestId("login-user").locator("input").fill(user);
        page.getByTestId("login-password").locator("input").fill(password);
        page.getByTestId("login-button").click();
    }

    private static com.microsoft.playwright.Locator note(Page page) {
        return page.getByTestId("acknowledge-note").locator("input");
    }

    private static AlertPayload newAlert() {
        long version = Topic.nextVersion();
        return Wire.alert("alert-" + version, version, "FIRING", "WARNING", List.of());
    }
}
