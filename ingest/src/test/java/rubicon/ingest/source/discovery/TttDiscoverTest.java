package rubicon.ingest.source.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.delivery;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class TttDiscoverTest {
    private final TttDiscover connector = new TttDiscover();

    @Test
    void columnIsAnIndicatorAndEachRowATime() throws Exception {
        Mapped mapped = map(fixture("ttt-discover/README.md"));

        assertThat(keys(mapped, "trimul-kernel-time-a100"))
                .containsExactly("A100|Best Human", "A100|Prev. Best AI", "A100");
        assertThat(keys(mapped, "trimul-kernel-time-h100"))
                .containsExactly("H100|Best Human", "H100");
        assertThat(mapped.observations()).hasSize(9);
        assertThat(mapped.refused()).isEmpty();
    }

    @Test
    void unitsAndThousandsSeparatorsAreRead() throws Exception {
        Mapped mapped = map(fixture("ttt-discover/README.md"));

        assertThat(row(mapped, "trimul-kernel-time-a100", "A100|Best Human").value())
                .isEqualTo(4000);
        assertThat(row(mapped, "trimul-kernel-time-h100", "H100").value()).isEqualTo(1250.5);
        assertThat(row(mapped, "trimul-kernel-time-b200", "B200|Best Human").value())
                .isEqualTo(1000);
        assertThat(row(mapped, "trimul-kernel-time-mi300x", "MI300x").unit()).isEqualTo("µs");
    }

    @Test
    void bestOfPeopleIsTheirsAndTheRestIsOfMachines() throws Exception {
        Mapped mapped = map(fixture("ttt-discover/README.md"));

        assertThat(row(mapped, "trimul-kernel-time-a100", "A100|Best Human").subject())
                .isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
        assertThat(row(mapped, "trimul-kernel-time-a100", "A100").subject())
                .isEqualTo(new SubjectPayload("TTT-Discover", null, null, null, "AI"));
        ObservationPayload unnamed = row(mapped, "trimul-kernel-time-a100", "A100|Prev. Best AI");
        assertThat(unnamed.tags()).containsEntry("unresolved", "true");
    }

    @Test
    void whatPeopleDidIsTheirsHoweverItIsWritten() throws Exception {
        String text = fixture("ttt-discover/README.md");

        assertThat(map(text.replace("Best Human", "Best human")))
                .isEqualTo(map(text))
                .isNotEqualTo(map(text.replace("Best Human", "Prev. Best")));
        assertThat(
                        row(
                                        map(text.replace("Best Human", "2nd best (human)")),
                                        "trimul-kernel-time-a100",
                                        "A100|2nd best (human)")
                                .subject())
                .isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
    }

    @Test
    void dayIsTheOptionsOrNone() throws Exception {
        String text = fixture("ttt-discover/README.md");
        Mapped told =
                connector.map(
                        new Delivery(
                                Map.of("observedOn", "2026-01-23"), List.of(TextFile.of(text))));

        assertThat(row(told, "trimul-kernel-time-a100", "A100").observedOn())
                .isEqualTo(LocalDate.of(2026, 1, 23));
        assertThat(row(map(text), "trimul-kernel-time-a100", "A100").observedOn()).isNull();
        assertThat(connector.isUndated()).isTrue();
        assertThatThrownBy(() ->
                        connector.map(
                                new Delivery(
                                        Map.of("observedOn", "soon"), List.of(TextFile.of(text)))))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("observedOn");
    }

    @Test
    void otherTablesOfThePageAreLeftOut() throws Exception {
        String text =
                """
                | Task | PBMC ↑ |
                |-|-|
                | Best Human | 0.64 |

                """
                        + fixture("ttt-discover/README.md");

        assertThat(map(text)).isEqualTo(map(fixture("ttt-discover/README.md")));
    }

    @Test
    void cellThatIsNoTimeCostsOnlyItself() throws Exception {
        Mapped mapped = map(fixture("ttt-discover/README.md").replace("900 μs", "900 parsecs"));

        assertThat(refused(mapped))
                .containsExactly("B200: kernels.3.B200 ↓ '900 parsecs' is in no known unit");
        assertThat(mapped.observations()).hasSize(8);
    }

    private Mapped map(String text) throws DriftException {
        return connector.map(delivery(TextFile.of(text)));
    }
}
