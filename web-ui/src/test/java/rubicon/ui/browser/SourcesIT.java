package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.client.AliasPayload;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.client.UnresolvedNamePayload;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// How sources do, on their page and on the overview.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class SourcesIT {
    private static final List<SourcePayload> SOURCES = StubIngestResource.ingest().sources;

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private final Instant now = Instant.now();

    @BeforeEach
    void sources() {
        Duration retry = Duration.ofSeconds(230);
        SOURCES.add(source("monthly", "P30D", Duration.ofDays(20), Duration.ofDays(10), "OK"));
        SOURCES.add(source("hourly", "PT1H", Duration.ofHours(5), retry, "SILENT"));
        SOURCES.add(source("vanished", "P7D", Duration.ofDays(2), Duration.ofDays(5), "DRIFT"));
        SOURCES.add(source("moved", "P7D", Duration.ofDays(10), retry, "GONE"));
    }

    @AfterEach
    void forgets() {
        SOURCES.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void eachSourceIsToldHowItDoesAndLateOnesAreMarked(int width) {
        Page page = BROWSERS.page(new Browser.NewContextOptions().setViewportSize(width, 900));
        page.navigate("/sources");

        assertThat(page.getByTestId("source-troubles"))
                .hasText(
                        "1 source is overdue (hourly), 1 is gone (moved), 1 has drifted (vanished).");
        Locator monthly = row(page, "monthly");
        assertThat(monthly).containsText("up to date");
        assertThat(monthly).containsText("every 30 d");
        assertThat(monthly).containsText("20 d ago");
        assertThat(monthly).containsText("unchanged since");
        assertThat(monthly).not().containsText("was due");
        Locator hourly = row(page, "hourly");
        assertThat(hourly.locator(".badge[data-tone=critical]")).hasText("overdue");
        assertThat(hourly).containsText("not read for three times its interval");
        assertThat(hourly).containsText("in 3 min");
        assertThat(hourly).containsText("was due 4 h ago");
        assertThat(row(page, "vanished")).containsText("over a tenth of its rows vanished");
        assertThat(row(page, "moved")).containsText("its address holds nothing any more");
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void namesThatNobodyResolvedAndEveryAliasAreThereForReview() {
        StubIngest ingest = StubIngestResource.ingest();
        ingest.unresolved.add(new UnresolvedNamePayload("monthly", "probe-9", 3, now));
        ingest.unresolved.add(new UnresolvedNamePayload("hourly", "other-9", 1, now));
        ingest.aliases.add(
                new AliasPayload(
                        "probe-1", "Probe 1", "Example", "react", null, "aliases.yaml", "monthly"));
        Page page = BROWSERS.at("/sources");
        page.getByText("Names and aliases").click();

        assertThat(page).hasURL(Pattern.compile(".*/sources/names$"));
        assertThat(page.getByTestId("unresolved-name")).hasCount(2);
        assertThat(page.getByTestId("alias")).containsText("Probe 1");
        assertThat(page.getByTestId("alias")).containsText("Example · react");
        assertThat(page.getByTestId("alias")).containsText("only monthly");

        page.getByTestId("name-search").locator("input").fill("probe-9");
        assertThat(page).hasURL(Pattern.compile(".*/sources/names\\?q=probe-9$"));
        assertThat(page.getByTestId("unresolved-name")).hasCount(1);
        assertThat(page.getByTestId("unresolved-name")).containsText("monthly");
        assertThat(page.getByTestId("alias")).hasCount(0);
        ingest.unresolved.clear();
        ingest.aliases.clear();
    }

    @Test
    void columnsThatNobodyReadsAreAQuietNote() {
        SOURCES.set(0, noting(SOURCES.getFirst(), List.of("colour", "shape")));
        Page page = BROWSERS.at("/sources");
        assertThat(row(page, "monthly")).containsText("not read: colour, shape");
        assertThat(row(page, "monthly")).containsText("up to date");
    }

    @Test
    void adminsSayThatWhatVanishedIsGone_AndOthersAreToldWhatDid() {
        String told = "13 of 20 rows vanished and none was withdrawn: run-1 (core-bench)";
        RunPayload seen =
                new RunPayload(
                        "seen", null, null, 7, 0, 0, 7, 0, 0, 0, null, List.of(told), false, null);
        SOURCES.set(2, Wire.read(SOURCES.get(2), "DRIFT", "ROWS", seen));
        Page page = BROWSERS.at("/sources");
        assertThat(row(page, "vanished")).containsText(told);
        assertThat(page.getByTestId("withdraw-vanished")).hasCount(0);

        page.navigate("/login?next=sources");
        page.getByTestId("login-user").locator("input").fill("admin");
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
        assertThat(page.getByTestId("sync-monthly")).isVisible();
        assertThat(page.getByTestId("withdraw-monthly")).hasCount(0);
        page.getByTestId("withdraw-vanished").click();

        assertThat(page.getByText("vanished: 7 read: 7 unchanged, 13 retracted.")).isVisible();
        assertThat(row(page, "vanished")).containsText("up to date");
        assertThat(page.getByTestId("withdraw-vanished")).hasCount(0);
    }

    @Test
    void theOverviewSaysWhichSourcesAreInTroubleAndLeadsThere() {
        Page page = BROWSERS.at("/");

        assertThat(page.getByTestId("source-troubles"))
                .containsText("1 source is overdue (hourly)");
        page.getByTestId("source-troubles").locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/sources$"));
        assertThat(page.getByTestId("source-row")).hasCount(4);
    }

    @Test
    void theOverviewIsSilentWhereAllIsWell() {
        SOURCES.removeIf(it -> !"OK".equals(it.health()));
        Page page = BROWSERS.at("/");

        assertThat(page.getByTestId("news-item").first()).isVisible();
        assertThat(page.getByTestId("source-troubles")).hasCount(0);
    }

    private static Locator row(Page page, String source) {
        return page.getByTestId("source-row")
                .filter(new Locator.FilterOptions().setHasText(source));
    }

    private SourcePayload source(
            String id, String every, Duration sinceSuccess, Duration untilDue, String health) {
        return Wire.source(id, every, now.minus(sinceSuccess), now.plus(untilDue), health);
    }

    private static SourcePayload noting(SourcePayload it, List<String> unread) {
        RunPayload run =
                new RunPayload(
                        "r", null, null, 2, 2, 0, 0, 0, 0, 0, unread, List.of(), false, null);
        return Wire.read(it, String.valueOf(it.health()), it.drift(), run);
    }
}
