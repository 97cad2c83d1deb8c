package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.live.FeedStatus;

final class FeedBannerTest {
    @ParameterizedTest(name = "{0} and {1} promise {2}")
    @CsvSource({
        "LIVE, LIVE, LIVE",
        "LIVE, CONNECTING, CONNECTING",
        "CONNECTING, LIVE, CONNECTING",
        "STALE, LIVE, STALE",
        "CONNECTING, STALE, STALE",
    })
    void aPagePromisesWhatItsWorstFeedDoes(FeedStatus one, FeedStatus other, FeedStatus worst) {
        assertThat(FeedBanner.worst(one, other)).isEqualTo(worst);
    }
}
