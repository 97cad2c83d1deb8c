package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rubicon.model.wire.EvalRunPayload;

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
