package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.testing.HouseResource;
import rubicon.ui.client.OpenedLetterPayload;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;

/// What was refused: listed, read, sent again.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class DeadLettersIT {
    private static final String LIST = "/dead-letters";
    private static final String LETTER = LIST + "/rubicon.observations-3-";
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    private List<OpenedLetterPayload> before = List.of();

    @BeforeEach
    void keeps() {
        before = List.copyOf(INGEST.letters);
    }

    @AfterEach
    void takesBack() {
        INGEST.letters.clear();
        INGEST.letters.addAll(before);
        INGEST.becomes = "HANDLED";
    }

    @Test
    void aVisitorIsToldWhoMayReadAndSignsIn() {
        Page page = BROWSERS.at(LIST);
        assertThat(page.getByTestId("analysts-only")).containsText("analyst and admin");
        assertThat(page.getByTestId("dead-letter")).hasCount(0);

        page.getByTestId("dead-letters-sign-in").click();
        signIn(page, "analyst");

        assertThat(page.getByTestId("dead-letter")).hasCount(2);
        assertThat(page.getByTestId("dead-letter").first())
                .containsText("value -5 is outside the bounds");
        assertThat(page.getByTestId("dead-letter").first()).containsText("partition 3, offset 7");
    }

    @Test
    void aViewerIsToldWhichRoleIsNeeded() {
        Page page = at(LETTER + "7", "viewer");

        assertThat(page.getByTestId("analysts-only")).containsText("analyst and admin");
        assertThat(page.getByTestId("payload")).hasCount(0);
        assertThat(page.getByTestId("replay")).hasCount(0);
    }

    @Test
    void theListGoesOnAndIsNarrowedByItsAddress() {
        Page page = at(LIST, "analyst");
        page.getByTestId("older").click();
        assertThat(page.getByTestId("dead-letter")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*/dead-letters\\?cursor=second$"));

        page.getByTestId("filter-replayed").click();
        assertThat(page.getByText("Nothing that was refused is like that.")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/dead-letters\\?replayed=true$"));
        page.getByTestId("filter-all").click();
        assertThat(page.getByTestId("dead-letter")).hasCount(2);
        page.getByTestId("only-field").last().click();
        assertThat(page).hasURL(Pattern.compile(".*/dead-letters\\?field=indicator$"));
        assertThat(page.getByTestId("dead-letter")).hasCount(1);
        page.reload();
        assertThat(page.getByTestId("filter-field")).hasText("Field indicator ×");
    }

    @Test
    void aRecordIsOpenedWithItsBytesAndHeaders() {
        Page page = at(LETTER + "7", "admin");
        assertThat(page.getByTestId("payload")).containsText("\"value\" : -5");
        assertThat(page.getByTestId("header")).containsText("application/cloudevents+json");
        assertThat(page.locator("dl.facts")).containsText("event-7");

        page.navigate(LETTER + "9");
        assertThat(page.getByTestId("payload")).containsText("ff 00 52 75 62 69 63 6f 6e");
        page.navigate(LETTER + "none");
        assertThat(page.getByTestId("not-found")).containsText("There is no dead letter");
    }

    @ParameterizedTest
    @CsvSource({"HANDLED, it was handled", "REFUSED, it was refused again"})
    void whatBecameOfAReplayIsShown(String becomes, String words) {
        INGEST.becomes = becomes;
        Page page = at(LETTER + "7", "analyst");
        assertThat(page.getByTestId("became")).hasText("It was not sent again.");

        page.getByTestId("replay").click();

        assertThat(page.getByTestId("became")).containsText("analyst sent it again on");
        assertThat(page.getByTestId("became")).containsText(words);
        page.navigate(LIST + "?replayed=true");
        assertThat(page.getByTestId("dead-letter")).hasCount(1);
    }

    @Test
    void aRoleThatWasTakenAwayMeanwhileIsTold() {
        Page page = at(LETTER + "7", "analyst");
        assertThat(page.getByTestId("replay")).isVisible();

        INGEST.degradeAll();
        page.getByTestId("replay").click();

        assertThat(page.getByTestId("notice")).containsText("may not send anything again");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void thePagesFitTheirWidthAndKeepTheGuidelines(int width) {
        Page page = BROWSERS.page(new Browser.NewContextOptions().setViewportSize(width, 844));
        open(page, LIST, "analyst");
        assertThat(page.getByTestId("dead-letter")).hasCount(2);
        assertThatItFits(page);

        page.navigate(LETTER + "9");
        assertThat(page.getByTestId("payload")).isVisible();
        assertThatItFits(page);
    }

    private static void assertThatItFits(Page page) {
        assertThat(page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth"))
                .isEqualTo(true);
        List<String> serious =
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(rule ->
                                        List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule ->
                                        rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                                .toList();
        assertThat(serious).isEmpty();
    }

    private static Page at(String address, String role) {
        Page page = BROWSERS.page();
        open(page, address, role);
        return page;
    }

    private static void open(Page page, String address, String role) {
        page.navigate("/login?next=" + address.substring(1));
        signIn(page, role);
        assertThat(page).hasURL(address);
    }

    private static void signIn(Page page, String user) {
        page.getByTestId("login-user").locator("input").fill(user);
        page.getByTestId("login-password").locator("input").fill(StubIngest.PASSWORD);
        page.getByTestId("login-button").click();
    }
}
