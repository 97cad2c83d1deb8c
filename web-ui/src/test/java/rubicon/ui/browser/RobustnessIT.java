package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What pages do when the ingest service is away, and that a page that was left is forgotten.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class RobustnessIT {
    private static final String P50 = "metr-horizon-p50";
    private static final String AWAY = "The ingest service does not answer.";

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final StubIngest ingest = StubIngestResource.ingest();

    @BeforeEach
    void publishes() {
        Topic.publish(Wire.state(P50, Topic.nextVersion()));
    }

    @AfterEach
    void answersAgain() {
        ingest.up();
    }

    @Test
    void anOverviewOpenedWhileIngestIsAwaySaysSoAndFillsItselfLater() {
        ingest.down();
        Page page = BROWSERS.at("/");

        assertThat(page.getByTestId("notice")).containsText(AWAY);
        assertThat(page.getByTestId("news")).not().containsText("Nothing has arrived");
        assertThat(page.getByTestId("indicator-value-" + P50)).hasText("12.0 h");

        ingest.up();
        assertThat(page.getByTestId("news-item").first()).isVisible();
        assertThat(page.getByTestId("notice")).hasCount(0, soon());
    }

    @Test
    void anIndicatorOpenedWhileIngestIsAwayShowsItsLiveStateAndItsReleasesLater() {
        ingest.down();
        Page page = BROWSERS.at("/indicators/" + P50 + "?tab=sources");

        assertThat(page.getByTestId("notice")).containsText(AWAY);
        assertThat(page.getByTestId("indicator-value-" + P50)).hasText("12.0 h");

        ingest.up();
        assertThat(page.getByTestId("release-row")).hasCount(2, soon());
        assertThat(page.getByTestId("notice")).hasCount(0);
    }

    @Test
    void listsOpenedWhileIngestIsAwayFillThemselvesLater() {
        ingest.down();
        Page indicators = BROWSERS.at("/indicators");
        Page sources = BROWSERS.at("/sources");
        assertThat(indicators.getByTestId("notice")).containsText(AWAY);
        assertThat(sources.getByTestId("notice")).containsText(AWAY);

        ingest.up();
        assertThat(indicators.getByTestId("indicator-row")).hasCount(2, soon());
        assertThat(indicators.getByTestId("notice")).hasCount(0);
        assertThat(sources.getByTestId("notice")).hasCount(0, soon());
    }

    @Test
    void signingInWhileIngestIsAwaySaysSoAndKeepsTheUser() {
        Page page = BROWSERS.at("/login");
        Locator user = page.getByTestId("login-user").locator("input");
        user.fill("analyst");
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);

        ingest.down();
        page.getByTestId("login-button").click();

        assertThat(page.getByTestId("login-failure")).hasText(AWAY);
        assertThat(user).hasValue("analyst");
    }

    @Test
    void aPageThatWasLeftIsForgottenWithItsListeners() throws Exception {
        Page page = BROWSERS.at("/indicators/" + P50);
        assertThat(page.getByTestId("frontier-chart")).isVisible();
        long indicators = instances("rubicon.ui.indicator.IndicatorView");
        long overviews = instances("rubicon.ui.overview.OverviewView");
        for (int visit = 0; visit < 12; visit++) {
            page.locator("vaadin-side-nav-item").first().click();
            assertThat(page.getByTestId("news")).isVisible();
            page.locator(".tile-label").first().click();
            assertThat(page.getByTestId("frontier-chart")).isVisible();
            Topic.publish(Wire.state(P50, Topic.nextVersion()));
        }
        page.locator("vaadin-side-nav-item").first().click();
        assertThat(page.getByTestId("news")).isVisible();

        assertThat(instances("rubicon.ui.indicator.IndicatorView")).isLessThanOrEqualTo(indicators);
        assertThat(instances("rubicon.ui.overview.OverviewView"))
                .isLessThanOrEqualTo(overviews + 1);
    }

    @Test
    void aClickWhileAnEarlierOneStillSettlesIsFollowed() {
        Page page = BROWSERS.at("/indicators/" + P50);
        assertThat(page.getByTestId("frontier-chart")).isVisible();
        AtomicBoolean slow = new AtomicBoolean();
        Queue<Route> held = new ArrayDeque<>();
        page.route(
                "**/?v-r=uidl*",
                route -> {
                    if (slow.get()) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
        for (int visit = 0; visit < 10; visit++) {
            slow.set(true);
            page.locator("vaadin-side-nav-item[path='']").click();
            page.waitForCondition(() -> !held.isEmpty());
            page.locator("vaadin-side-nav-item[path=alerts]").click();
            page.locator("vaadin-side-nav-item[path=indicators]").click();
            slow.set(false);
            Topic.publish(Wire.state(P50, Topic.nextVersion()));
            held.forEach(Route::resume);
            held.clear();

            assertThat(page.getByTestId("indicator-row").first()).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/indicators$"));
        }
        page.unrouteAll();
    }

    private static LocatorAssertions.HasCountOptions soon() {
        return new LocatorAssertions.HasCountOptions().setTimeout(15_000);
    }

    /// How many instances of a class the application holds after a collection of garbage.
    private static long instances(String type) throws IOException, InterruptedException {
        long application =
                ProcessHandle.current()
                        .children()
                        .filter(child ->
                                child.info().commandLine().orElse("").contains("quarkus-run.jar"))
                        .findFirst()
                        .orElseThrow()
                        .pid();
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process =
                new ProcessBuilder(List.of(jcmd, "" + application, "GC.class_histogram"))
                        .redirectErrorStream(true)
                        .start();
        String histogram =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(histogram).isZero();
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[3].equals(type))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }
}
