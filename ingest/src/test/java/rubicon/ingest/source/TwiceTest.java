package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;

class TwiceTest {
    private final Mapping mapping = new Mapping();

    @Test
    void ofTwoRowsOfOneKeyTheFirstCountsAndTheOtherIsRefused() {
        mapping.add(Samples.row("a", 1));
        mapping.add(Samples.row("b", 2));
        mapping.add(Samples.row("a", 3));
        mapping.add(Samples.row("a", 1));
        assertThat(mapping.all().observations())
                .containsExactly(Samples.row("a", 1), Samples.row("b", 2), Samples.row("a", 1));
        assertThat(mapping.all().refused()).containsExactly(new Mapped.Refused("a", Twice.REASON));
    }

    /// One of two rows would be lost where an event's identity leaves the mark out; else the one
    /// with the higher id would stand.
    @ParameterizedTest
    @MethodSource
    void rowsThatAreMarkedOtherwiseSayDifferentThings(ObservationPayload other) {
        mapping.add(Samples.row("a", 1));
        mapping.add(other);
        assertThat(mapping.all().observations()).containsExactly(Samples.row("a", 1));
        assertThat(mapping.all().refused()).containsExactly(new Mapped.Refused("a", Twice.REASON));
    }

    static List<ObservationPayload> rowsThatAreMarkedOtherwiseSayDifferentThings() {
        return List.of(
                marked(0.9, null, null, null, Map.of()),
                marked(null, "BOOTSTRAP", null, null, Map.of()),
                marked(null, null, 12L, null, Map.of()),
                marked(null, null, null, "FIRST_PARTY", Map.of()),
                marked(null, null, null, null, Map.of("leakage", "true")));
    }

    private static ObservationPayload marked(
            @Nullable Double level,
            @Nullable String method,
            @Nullable Long n,
            @Nullable String evaluator,
            Map<String, String> tags) {
        ObservationPayload it = Samples.row("a", 1);
        return new ObservationPayload(
                it.source(),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                level,
                method,
                n,
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                it.statedAt(),
                it.startingPoint(),
                evaluator,
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                tags,
                it.provenance());
    }

    @Test
    void disputedOneMayStandBesideOneThatIsNot() {
        mapping.add(Samples.row("a", 1));
        mapping.add(Samples.disputed(Samples.row("a", 2), "half of the tasks"));
        assertThat(mapping.all().refused()).isEmpty();
    }

    @Test
    void rowsWithoutAKeyAreKnownByTheirSubject() {
        mapping.add(Samples.row(null, 1));
        mapping.add(Samples.row(null, 2));
        assertThat(mapping.all().refused()).isEmpty();
    }

    @Test
    void runsAreToldApartByTheirIds() {
        mapping.add(run("a", 1));
        mapping.add(run("b", 0));
        mapping.add(run("a", 0));
        assertThat(mapping.all().runs()).containsExactly(run("a", 1), run("b", 0));
        assertThat(mapping.all().refused()).containsExactly(new Mapped.Refused("a", Twice.REASON));
    }

    private static EvalRunPayload run(String id, double score) {
        return new EvalRunPayload(
                "upstream", id, "suite", "agent", "task", null, 1.0, score, null, null, null, null);
    }
}
