package rubicon.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rubicon.local.testing.HouseResource;
import rubicon.ui.testing.StubIngest;
import rubicon.ui.testing.StubIngestResource;
import rubicon.ui.testing.Wire;

/// What is expected of an indicator, and how good forecasts were.
@QuarkusIntegrationTest
@QuarkusTestResource(HouseResource.class)
@QuarkusTestResource(StubIngestResource.class)
final class AheadIT {
    private static final String ID = "metr-horizon-p50";
    private static final StubIngest INGEST = StubIngestResource.ingest();

    @RegisterExtension static final Browsers BROWSERS = new Browsers();

    @BeforeEach
    void scores() {
        INGEST.trackRecords.put(ID, Wire.trackRecord(ID));
        Topic.publish(Wire.state(ID, Topic.nextVersion()));
    }

    @AfterEach
    void takesBack() {
        INGEST.trackRecords.remove(ID);
    }

    @Test
    void theVerdictTheCrossingsAndTheirRecordStandOnThePageOfTheIndicator() {
        Page page = BROWSERS.at("/indicators/" + ID);
        var ahead = page.getByTestId("ahead");
        assertThat(ahead.getByTestId("verdict"))
                .hasText("Accelerating: slope 1.2 to 2.1 a year, later less earlier 0.4 to 1.1.");
        assertThat(ahead).containsText("100 h");
        assertThat(ahead).not().containsText("100 hours");
        assertThat(ahead).containsText("17 Mar 2027 to 2 Oct 2027");
        assertThat(ahead).containsText("1 Feb 2027 to 15 Jun 2027");
        assertThat(ahead).containsText("7 % to 29 %");
        assertThat(ahead.getByTestId("track-record")).containsText("8 of 10 records");
    }

    @Test
    void thePageOfForecastsSaysHowGoodWeHaveBeen() {
        Page page = BROWSERS.at("/forecasts");
        var record = page.getByTestId("own-track-record");
        assertThat(record).containsText("8 of 10 inside, CRPS 0.35");
        assertThat(record)
                .containsText(
                        "7 made, 3 resolved (1 line), 100 % inside; Brier 0.10 over 2 ends of years");
        assertThat(record).containsText("people: 1 of 1 year inside 95 %");
        assertThat(record.getByTestId("ranked-scores"))
                .hasText(
                        "What moves the judgement of Somebody: ranked score 0.073 over 1 last day, the judgement's 0.090 (0 is perfect).");
        record.getByText(ID).click();
        assertThat(page).hasURL(Pattern.compile(".*/indicators/" + ID));
    }
}
