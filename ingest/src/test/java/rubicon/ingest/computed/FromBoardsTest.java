package rubicon.ingest.computed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Subject;

class FromBoardsTest {
    private static final String BOARD = "swe-bench-leaderboards";

    private final List<Statement> statements = new ArrayList<>();

    @Test
    void billThatCameAfterTheScoreCountsFromWhenItWasToldOn() {
        told(BOARD, "2025-08-25T00:00:00Z", 70, null, null);
        told(BOARD, "2025-10-06T00:00:00Z", 70, "0.37", null);
        told(BOARD, "2025-11-18T00:00:00Z", 70, "0.36", null);
        told(BOARD, "2025-11-19T00:00:00Z", 70, null, null);

        assertThat(costs())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.key()).isEqualTo("2025-08-07");
                    assertThat(it.estimate().value()).isEqualTo(0.36);
                    assertThat(it.knownAt()).isEqualTo("2025-11-18T00:00:00Z");
                });
    }

    @Test
    void billOfAScoreThatWasRestatedSinceDoesNotCount() {
        told(BOARD, "2025-08-25T00:00:00Z", 70, "0.37", null);
        told(BOARD, "2025-10-06T00:00:00Z", 71, null, null);

        assertThat(costs()).isEmpty();
    }

    @Test
    void whatIsDisputedOrNoBillOrOfAnotherSourceDoesNotCount() {
        told(BOARD, "2025-08-25T00:00:00Z", 70, "0.37", "the harness was broken");
        assertThat(costs()).isEmpty();
        statements.clear();
        told(BOARD, "2025-08-25T00:00:00Z", 70, "about a dollar", null);
        assertThat(costs()).isEmpty();
        statements.clear();
        told("somebody", "2025-08-25T00:00:00Z", 70, "0.37", null);
        assertThat(costs()).isEmpty();
    }

    private List<Point> costs() {
        return FromBoards.taskCosts(List.of(History.of(statements)));
    }

    private void told(
            String source,
            String statedAt,
            double score,
            @Nullable String bill,
            @Nullable String disputed) {
        Observation observation =
                new Observation(
                        new ObservationKey(source, FromBoards.BASH_ONLY, "row"),
                        new Subject("A", null, null, null, Actor.AI),
                        Estimate.of(score),
                        null,
                        ObservedOn.day(LocalDate.of(2025, 8, 7)),
                        null,
                        null,
                        Evaluator.THIRD_PARTY,
                        null,
                        null,
                        disputed,
                        null,
                        new TreeMap<>(bill == null ? Map.of() : Map.of("instanceCostUsd", bill)),
                        Provenance.NONE);
        String id = "e" + statements.size();
        statements.add(
                new Statement(
                        id,
                        new EventKey("test", id),
                        observation.key(),
                        Instant.parse(statedAt),
                        Instant.parse(statedAt),
                        new Content.Reported(observation)));
    }
}
