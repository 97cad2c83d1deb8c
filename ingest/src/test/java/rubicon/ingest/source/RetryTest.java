package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Retry THREE = new Retry(3, Duration.ofSeconds(2), Duration.ofSeconds(30));
    private final UpstreamException passing = UpstreamException.passing("answered 500");

    @Test
    void pauseDoublesWithEachFailureAndIsSpreadByHalf() {
        assertThat(THREE.pause(1, passing, 0)).contains(Duration.ofSeconds(1));
        assertThat(THREE.pause(1, passing, 0.5)).contains(Duration.ofSeconds(2));
        assertThat(THREE.pause(2, passing, 0.5)).contains(Duration.ofSeconds(4));
        assertThat(THREE.pause(2, passing, 0.999)).contains(Duration.ofMillis(5_996));
    }

    @Test
    void pauseIsNeverLongerThanTheLongest() {
        Retry many = new Retry(20, Duration.ofSeconds(2), Duration.ofSeconds(30));
        assertThat(many.pause(15, passing, 0.5)).contains(Duration.ofSeconds(30));
    }

    @Test
    void lastAttemptHasNoPauseAfterIt() {
        assertThat(THREE.pause(3, passing, 0.5)).isEmpty();
        assertThat(Retry.NONE.pause(1, passing, 0.5)).isEmpty();
    }

    @Test
    void whatWillNotPassIsNotTriedAgain() {
        assertThat(THREE.pause(1, UpstreamException.lasting("answered 404"), 0.5)).isEmpty();
    }

    @Test
    void upstreamThatNamesItsPauseGetsItUnlessItIsTooLong() {
        assertThat(THREE.pause(1, UpstreamException.busy("429", Duration.ofSeconds(7)), 0.9))
                .contains(Duration.ofSeconds(7));
        assertThat(THREE.pause(1, UpstreamException.busy("429", Duration.ofSeconds(31)), 0.9))
                .isEmpty();
        assertThat(THREE.pause(1, UpstreamException.busy("429", null), 0.5))
                .contains(Duration.ofSeconds(2));
    }
}
