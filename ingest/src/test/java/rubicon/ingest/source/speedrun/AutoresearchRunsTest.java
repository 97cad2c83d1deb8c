package rubicon.ingest.source.speedrun;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.TextFile.delivery;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class AutoresearchRunsTest {
    private static final String LOSS = "autoresearch-val-bpb";
    private static final String SHARE = "autoresearch-kept-share";

    private final AutoresearchRuns connector = new AutoresearchRuns();

    @Test
    void keptChangesAreTheLedgerAndTheirShareIsOneObservation() throws Exception {
        Mapped mapped = connector.map(delivery(TextFile.of(log())));

        assertThat(keys(mapped, LOSS)).containsExactly("baseline", "aaaaaaa", "ccccccc");
        assertThat(row(mapped, LOSS, "baseline").subject())
                .isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
        assertThat(row(mapped, LOSS, "ccccccc").value()).isEqualTo(0.98);
        assertThat(row(mapped, LOSS, "aaaaaaa").note()).isEqualTo("\"half\" the batch");
        ObservationPayload share = row(mapped, SHARE, "exp/H100/mar8");
        assertThat(share.value()).isEqualTo(0.6667);
        assertThat(share.n()).isEqualTo(3);
        assertThat(share.note()).isEqualTo("2 of 3");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"baseline", " Baseline ", "baseline: unchanged train.py"})
    void startingCodeUnderItsHashIsKnownByItsDescription(String description) throws Exception {
        String log =
                log().replace(
                                "baseline\t1.000000\t44.0\tkeep\tbaseline",
                                "a1b2c3d\t1.000000\t44.0\tkeep\t" + description);

        Mapped mapped = connector.map(delivery(TextFile.of(log)));

        assertThat(keys(mapped, LOSS)).containsExactly("a1b2c3d", "aaaaaaa", "ccccccc");
        assertThat(row(mapped, LOSS, "a1b2c3d").subject())
                .isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
        assertThat(row(mapped, SHARE, "exp/H100/mar8").note()).isEqualTo("2 of 3");
    }

    @Test
    void laterChangeThatSpeaksOfTheBaselineIsATrial() throws Exception {
        Mapped mapped =
                connector.map(
                        delivery(
                                TextFile.of(
                                        log()
                                                + "ddddddd\t0.97\t44.0\tkeep\tbaseline with warmup\n")));

        assertThat(row(mapped, LOSS, "ddddddd").subject())
                .isEqualTo(
                        new SubjectPayload("autoresearch (logged night)", null, null, null, "AI"));
        assertThat(row(mapped, SHARE, "exp/H100/mar8").note()).isEqualTo("3 of 4");
    }

    @Test
    void rowsOfALogThatGrowsAreUndatedSoThatNoReadingMovesThem() throws Exception {
        Mapped mapped = connector.map(delivery(TextFile.of(log())));

        assertThat(connector.isUndated()).isTrue();
        assertThat(mapped.observations())
                .extracting(ObservationPayload::observedOn)
                .containsOnlyNulls();
    }

    @Test
    void crashIsATrialWhoseLossOfZeroIsRefused() throws Exception {
        Mapped mapped =
                connector.map(delivery(TextFile.of(log() + "ddddddd\t0.000000\t0.0\tcrash\tx\n")));

        assertThat(refused(mapped))
                .containsExactly(
                        "ddddddd: results.5.val_bpb is 0.000000, which is no loss (status"
                                + " 'crash')");
        assertThat(row(mapped, SHARE, "exp/H100/mar8").value()).isEqualTo(0.5);
        assertThat(keys(mapped, LOSS)).doesNotContain("ddddddd");
    }

    @Test
    void trialsThatAreGivenUpMayShareACommit_ThoseThatAreKeptMayNot() throws Exception {
        String given = "eeeeeee\t0.98\t44.0\tdiscard\tone\neeeeeee\t0.99\t44.0\tdiscard\ttwo\n";
        Mapped mapped = connector.map(delivery(TextFile.of(log() + given)));

        assertThat(refused(mapped)).isEmpty();
        assertThat(row(mapped, SHARE, "exp/H100/mar8").note()).isEqualTo("2 of 5");

        String kept = "eeeeeee\t0.98\t44.0\tkeep\tone\neeeeeee\t0.97\t44.0\tkeep\ttwo\n";
        Mapped twice = connector.map(delivery(TextFile.of(log() + kept)));
        assertThat(refused(twice))
                .containsExactly("eeeeeee: results.6.commit 'eeeeeee' is there twice");
        assertThat(keys(twice, SHARE)).isEmpty();
    }

    @Test
    void statusThatIsNotKnownLeavesTheShareUnsaid() throws Exception {
        Mapped mapped =
                connector.map(delivery(TextFile.of(log() + "ddddddd\t0.9\t0.0\tmaybe\tx\n")));

        assertThat(refused(mapped))
                .containsExactly("ddddddd: results.5.status 'maybe' is none known here");
        assertThat(keys(mapped, SHARE)).isEmpty();
        assertThat(keys(mapped, LOSS)).hasSize(3);
    }

    @Test
    void optionsNameTheRunAndItsDay() throws Exception {
        Mapped mapped =
                connector.map(
                        new Delivery(
                                Map.of("run", "exp/other", "observedOn", "2026-03-08"),
                                List.of(TextFile.of(log()))));

        assertThat(row(mapped, SHARE, "exp/other").observedOn())
                .isEqualTo(LocalDate.of(2026, 3, 8));
    }

    private static String log() throws Exception {
        return fixture("autoresearch-runs/results.tsv");
    }
}
