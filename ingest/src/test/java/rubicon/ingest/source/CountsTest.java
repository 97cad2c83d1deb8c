package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.mapped;
import static rubicon.ingest.source.Samples.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.intake.Outcome;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.ObservationPayload;

class CountsTest {

    @Test
    void everyRowCountsOnceByWhatBecameOfIt() {
        SyncPlan plan = plan(row("a", 1), row("b", 2), row("c", 3), row("d", 4), row("e", 5));
        Map<EventKey, Outcome> handled =
                outcomes(
                        plan,
                        Outcome.NEW,
                        Outcome.REVISED,
                        Outcome.UNCHANGED,
                        Outcome.LATE,
                        Outcome.REFUSED);

        Counts counts = Counts.of(plan, 2, Map.of(), handled);

        assertThat(counts).isEqualTo(new Counts(1, 1, 2, 0, 3));
        assertThat(counts.read()).isEqualTo(7);
    }

    @Test
    void eventThatWasHandledBeforeIsNoNews() {
        SyncPlan plan = plan(row("a", 1), row("b", 2), row("c", 3));
        Map<EventKey, Outcome> known =
                outcomes(plan, Outcome.NEW, Outcome.REVISED, Outcome.REFUSED);
        assertThat(Counts.of(plan, 0, known, Map.of())).isEqualTo(new Counts(0, 0, 2, 0, 1));
    }

    @Test
    void rowThatIsThereTwiceIsNewOnce() {
        SyncPlan plan = plan(row("a", 1), row("a", 1));
        Map<EventKey, Outcome> handled = outcomes(plan, Outcome.NEW, Outcome.NEW);
        assertThat(Counts.of(plan, 0, Map.of(), handled)).isEqualTo(new Counts(1, 0, 1, 0, 0));
    }

    @Test
    void withdrawnRowIsNoneOfThoseRead() {
        List<String> before = new ArrayList<>();
        ObservationPayload[] rows = new ObservationPayload[10];
        for (int i = 0; i < 10; i++) {
            rows[i] = row("row-" + i, 1);
        }
        before.addAll(plan(rows).rows());
        before.add("upstream\nmetr-horizon-p50\nrow-10");
        SyncPlan plan = SyncPlan.of(Samples.source(true, true), before, mapped(rows), MONDAY);
        Map<EventKey, Outcome> handled = new HashMap<>();
        plan.reports().forEach(it -> handled.put(it.key(), Outcome.UNCHANGED));
        plan.retractions().forEach(it -> handled.put(it.key(), Outcome.RETRACTED));

        Counts counts = Counts.of(plan, 0, Map.of(), handled);

        assertThat(counts).isEqualTo(new Counts(0, 0, 10, 1, 0));
        assertThat(counts.read()).isEqualTo(10);
    }

    private static SyncPlan plan(ObservationPayload... rows) {
        return SyncPlan.of(Samples.source(true, false), List.of(), mapped(rows), MONDAY);
    }

    private static Map<EventKey, Outcome> outcomes(SyncPlan plan, Outcome... outcomes) {
        Map<EventKey, Outcome> map = new HashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            map.put(plan.reports().get(i).key(), outcomes[i]);
        }
        return map;
    }
}
