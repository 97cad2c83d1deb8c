package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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

    @Test
    void anOpenPageIsLeftByItselfWhenItsLogInIsRevoked() {
        Page page = BROWSERS.at("/indicators?view=MODEL");
        signIn(page);
        assertThat(page.getByTestId("indicator-row").first()).isVisible();

        ingest.endSessions();

        assertThat(page.getByTestId("login-user")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?next=indicators.*"));
        assertThat(page.getByTestId("indicator-row")).hasCount(0);
    }

    @Test
    void aLogInThatRanOutEndsTheOpenPageThoughIngestIsDown() {
        ingest.lifetime = Duration.ofSeconds(6);
        try {
            Page page = BROWSERS.at("/indicators");
            signIn(page);
            assertThat(page.getByTestId("indicator-row").first()).isVisible();

            ingest.down();

            assertThat(page.getByTestId("login-user")).isVisible();
        } finally {
            ingest.lifetime = Duration.ofHours(12);
            ingest.up();
        }
    }

    @Test
    void aBlinkOfIngestMakesNobodyAVisitor() {
        Page page = BROWSERS.at("/indicators");
        signIn(page);
        assertThat(page.getByTestId("indicator-row").first()).isVisible();

        ingest.down();
        try {
            page.locator("vaadin-side-nav-item[path=sources]").click();
            assertThat(page.getByTestId("notice")).containsText("does not answer");
        } finally {
            ingest.up();
        }

        assertThat(page.getByTestId("notice")).hasCount(0);
        assertThat(page.getByTestId("sign-out")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/sources$"));
    }

    @Test
    void aSessionThatSomebodyElsePlantedIsWorthNothingAfterTheSignIn() {
        Page victim = BROWSERS.at("/indicators");
        assertThat(victim.getByTestId("login-user")).isVisible();
        String planted = Browsers.session(victim);
        Page attacker = BROWSERS.page();
        attacker.context()
                .addCookies(
                        List.of(
                                new Cookie("JSESSIONID", planted)
                                        .setUrl("http://127.0.0.1:" + RestAssured.port)));
        attacker.navigate("/alerts");
        assertThat(attacker.getByTestId("login-user")).isVisible();

        signIn(victim);

        assertThat(victim.getByTestId("indicator-row").first()).isVisible();
        Assertions.assertThat(Browsers.session(victim)).isNotEqualTo(planted);
        attacker.locator("vaadin-side-nav-item[path=sources]").click();
        assertThat(attacker).hasURL(Pattern.compile(".*/login.*"));
        assertThat(attacker.getByTestId("login-user")).isVisible();
        attacker.navigate("/alerts");
        assertThat(attacker.getByTestId("login-user")).isVisible();
        assertThat(attacker.getByTestId("sign-out")).hasCount(0);
    }

    @Test
    void theDoorOpensOnceForATicket() {
        Page page = BROWSERS.at("/indicators");
        AtomicReference<String> door = new AtomicReference<>("");
        page.onRequest(request -> {
            if (request.url().contains("/enter?")) {
                door.set(request.url());
            }
        });
        signIn(page);
        assertThat(page.getByTestId("indicator-row").first()).isVisible();
        page.getByTestId("sign-out").click();
        assertThat(page.getByTestId("login-user")).isVisible();

        Assertions.assertThat(door.get()).contains("ticket=");
        page.navigate(door.get());

        assertThat(page.getByTestId("login-user")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?next=indicators$"));
    }

    private static void signIn(Page page) {
        page.getByTestId("login-user").locator("input").fill("viewer");
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
    }
}
