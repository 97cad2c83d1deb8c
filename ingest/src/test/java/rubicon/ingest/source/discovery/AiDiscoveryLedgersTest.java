package rubicon.ingest.source.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.TextFile.delivery;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class AiDiscoveryLedgersTest {
    private static final String PRIZE = "enwik9-hutter-bytes";
    private static final String OMEGA = "matmul-omega";
    private static final String SOLVED = "frontiermath-open-ai-solved";
    private static final String CIRCUIT = "ecdsa-circuit-score";

    private final AiDiscoveryLedgers connector = new AiDiscoveryLedgers();

    @Test
    void sizeThatWaitsForItsAwardIsNoRecordYet() throws Exception {
        Mapped waiting = map("", "");

        assertThat(keys(waiting, PRIZE))
                .containsExactly("hutter_enwik9 packer 1", "hutter_enwik9 packer 2");
        assertThat(waiting.refused()).isEmpty();
        assertThat(row(map("pending", "yes"), PRIZE, "hutter_enwik9 packer 3").value())
                .isEqualTo(100_000_000);
    }

    @Test
    void awardOfAnotherWordIsRefused() throws Exception {
        assertThat(refused(map("pending", "perhaps")))
                .containsExactly(
                        "hutter_enwik9 packer 3: enwik9.3.award 'perhaps' is none known here");
    }

    @Test
    void dateIsAsPreciseAsItsColumnSays() throws Exception {
        Mapped mapped =
                map(
                        "award,note\nhutter_enwik9,2020-07-04,packer 1,One,120000000,no,start\n",
                        """
                        award,note,date_precision
                        hutter_enwik9,2020-07-04,packer 1,One,120000000,no,start,month
                        hutter_enwik9,2020,packer 0,One,130000000,no,start,
                        hutter_enwik9,2020-07-04,packer 9,One,1000,no,start,season
                        """);

        ObservationPayload month = row(mapped, PRIZE, "hutter_enwik9 packer 1");
        assertThat(month.observedOn()).isEqualTo(LocalDate.of(2020, 7, 1));
        assertThat(month.precision()).isEqualTo("MONTH");
        assertThat(row(mapped, PRIZE, "hutter_enwik9 packer 0").precision()).isEqualTo("YEAR");
        assertThat(row(mapped, PRIZE, "hutter_enwik9 packer 2").precision()).isEqualTo("DAY");
        assertThat(refused(mapped))
                .containsExactly(
                        "hutter_enwik9 packer 9: enwik9.3.date_precision 'season' is none known"
                                + " here");
    }

    @Test
    void exponentHasItsMonthWhereTheNoteNamesItAndItsCredit() throws Exception {
        Mapped mapped = map("", "");

        ObservationPayload first = row(mapped, OMEGA, "1970 Somebody");
        assertThat(first.precision()).isEqualTo("YEAR");
        assertThat(first.subject())
                .isEqualTo(new SubjectPayload("Somebody", null, null, null, "HUMAN"));
        ObservationPayload last = row(mapped, OMEGA, "2026 Dupont et al.");
        assertThat(last.observedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(last.precision()).isEqualTo("MONTH");
        assertThat(last.subject())
                .isEqualTo(
                        new SubjectPayload(
                                "AlphaEvolve", "Google DeepMind", "Dupont et al.", null, "AI"));
        assertThat(row(mapped, OMEGA, "2024 Others–Again").value()).isEqualTo(2.3713391);
        assertThat(refused(map("Somebody,human", "Somebody,octopus")))
                .containsExactly("1970 Somebody: omega.1.credit 'octopus' is none known here");
    }

    @Test
    void openProblemsAreCountedInTheOrderOfTheirDates() throws Exception {
        Mapped mapped = map("", "");

        assertThat(keys(mapped, SOLVED)).containsExactly("early", "late");
        assertThat(row(mapped, SOLVED, "early").value()).isEqualTo(1);
        ObservationPayload late = row(mapped, SOLVED, "late");
        assertThat(late.value()).isEqualTo(2);
        assertThat(late.qualifier()).isEqualTo("<=");
        assertThat(late.tags())
                .containsEntry("provisional", "true")
                .containsEntry("unresolved", "true");
    }

    @Test
    void solveThatIsDatedLaterMovesTheCountOfThoseAfterIt() throws Exception {
        Mapped mapped = map("undated,,", "undated,2026-02-01,");

        assertThat(row(mapped, SOLVED, "undated").value()).isEqualTo(1);
        assertThat(row(mapped, SOLVED, "late").value()).isEqualTo(3);
    }

    @Test
    void circuitTellsByItsNoteWhoDidIt() throws Exception {
        Mapped mapped = map("", "");

        ObservationPayload silent = row(mapped, CIRCUIT, "2026-05-30 07:41:45");
        assertThat(silent.subject()).isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
        assertThat(silent.tags())
                .containsEntry("aiToolInNote", "not said")
                .containsEntry("actorElse", "CENTAUR");
        assertThat(row(mapped, CIRCUIT, "2026-05-31 00:00:01").tags())
                .doesNotContainKey("actorElse");
        ObservationPayload tool = row(mapped, CIRCUIT, "2026-05-30 07:59:57");
        assertThat(tool.subject()).isEqualTo(new SubjectPayload(null, null, null, null, "CENTAUR"));
        assertThat(tool.value()).isEqualTo(8000);
        assertThat(tool.note()).isEqualTo("4000 Toffoli gates, 2 qubits");
    }

    @Test
    void circuitWhoseScoreIsNotItsProductIsRefused() throws Exception {
        assertThat(refused(map("8000,4000,2", "8001,4000,2")))
                .containsExactly(
                        "2026-05-30 07:59:57: circuit.2.score 8001 is not the gates times the"
                                + " qubits, 8000.00");
    }

    @Test
    void ledgerThatIsGoneHindersNoOther() throws Exception {
        String path = EcdsaCircuit.FILE;
        Mapped mapped =
                connector.map(delivery(TextFile.of(path, fixture("ai-discovery-ledgers/" + path))));

        assertThat(keys(mapped, CIRCUIT)).isEqualTo(keys(map("", ""), CIRCUIT)).isNotEmpty();
        assertThat(keys(mapped, OMEGA)).isEmpty();
    }

    @Test
    void fileOfAnotherFormIsNamedAndHindersNoOther() throws Exception {
        Mapped mapped = map("discoverer,credit", "discoverer,kudos");

        assertThat(mapped.drifted())
                .containsOnlyKeys("matrix-omega/matrix-multiplication-omega.csv")
                .allSatisfy((_, told) -> assertThat(told).contains("'credit' is missing"));
        assertThat(keys(mapped, OMEGA)).isEmpty();
        assertThat(keys(mapped, CIRCUIT)).isEqualTo(keys(map("", ""), CIRCUIT)).isNotEmpty();
    }

    /// The fixture with a text replaced in all its files.
    private Mapped map(String text, String by) throws Exception {
        List<Fetched> files = new ArrayList<>();
        for (String path :
                List.of(
                        HutterPrize.FILE,
                        MatrixExponent.FILE,
                        OpenProblems.FILE,
                        EcdsaCircuit.FILE)) {
            String whole = fixture("ai-discovery-ledgers/" + path);
            files.add(TextFile.of(path, text.isEmpty() ? whole : whole.replace(text, by)));
        }
        return connector.map(delivery(files.toArray(Fetched[]::new)));
    }
}
