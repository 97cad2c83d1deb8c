package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void pausesBetweenQuickEndsDoubleUpToHalfAMinute() {
        Backoff backoff = Backoff.from(START);
        Instant now = START;
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant ended = now.plusSeconds(3);
            Instant due = backoff.due(ended);
            pauses.add(Duration.between(ended, due).toSeconds());
            backoff = backoff.restarted(ended, due);
            now = due;
        }

        assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aServiceThatStayedForAMinuteBeginsAnew() {
        Backoff backoff = new Backoff(START, Duration.ofSeconds(16));

        assertThat(backoff.due(START.plusSeconds(59))).isEqualTo(START.plusSeconds(75));
        Instant late = START.plusSeconds(60);
        assertThat(backoff.due(late)).isEqualTo(late);
        assertThat(backoff.restarted(late, late))
                .isEqualTo(new Backoff(late, Duration.ofSeconds(1)));
    }
}
