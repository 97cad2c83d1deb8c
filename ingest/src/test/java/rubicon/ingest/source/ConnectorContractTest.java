package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.source.Fixtures.File;
import rubicon.ingest.source.Fixtures.Needed;
import rubicon.ingest.testing.Fuzz;
import rubicon.model.wire.ProvenancePayload;

/// What every connector keeps to. A connector that is added to [Connectors] is held to it by
/// itself.
class ConnectorContractTest {
    static Stream<Named<Connector>> connectors() {
        return Connectors.all().stream().map(it -> Named.of(it.id(), it));
    }

    @Test
    void connectorsAreListedOnceAndInOrder() {
        assertThat(Connectors.all()).map(Connector::id).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void fixtureIsReadWhole(Connector connector) throws Exception {
        Mapped mapped = map(connector, Fixtures.of(connector));
        assertThat(mapped.size()).isPositive();
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .allSatisfy(it -> {
                    assertThat(it.externalId()).isNotBlank();
                    saysWhereItIsFrom(connector, it.provenance());
                });
        assertThat(mapped.runs()).allSatisfy(it -> saysWhereItIsFrom(connector, it.provenance()));
        assertThat(mapped.runs())
                .map(it -> it.runId() + " " + it.statedAt())
                .doesNotHaveDuplicates();
        assertThat(mapped.observations())
                .map(it -> it.indicator() + " " + it.externalId() + " " + it.statedAt())
                .doesNotHaveDuplicates();
    }

    private static void saysWhereItIsFrom(
            Connector connector, @Nullable ProvenancePayload provenance) {
        ProvenancePayload it = Objects.requireNonNull(provenance);
        assertThat(it.connector()).isEqualTo(connector.id());
        assertThat(it.connectorVersion()).isEqualTo(connector.version());
        assertThat(it.run()).isEqualTo("run-1");
        assertThat(it.retrievedAt()).isNotNull();
        assertThat(it.licence()).as("licence").isNotBlank();
        if (it.payloadSha256() == null) {
            assertThat(it.payloadNote()).as("why there is no hash").isNotBlank();
        } else {
            assertThat(it.url()).isNotBlank();
            assertThat(it.payloadSha256()).matches(Fixtures.HASH);
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void sameDeliveryGivesTheSameRows(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        assertThat(map(connector, files)).isEqualTo(map(connector, files));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void unknownColumnsAreToleratedAndToldUnlessTheFormIsOurOwn(Connector connector)
            throws Exception {
        List<File> files = Fixtures.of(connector);
        Mapped mapped = map(connector, files);
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            byte[] more = Columns.added(file.format(), file.bytes());
            Delivery delivery = Fixtures.delivery(connector, Fixtures.changed(files, i, more));
            Mapped now = connector.map(delivery);
            if (connector.isStrict()) {
                assertThat(now.refused()).isNotEmpty();
            } else {
                List<String> told = new ArrayList<>(delivery.unread(Integer.MAX_VALUE));
                told.addAll(now.passedOver());
                assertThat(told)
                        .as(file.path())
                        .anySatisfy(it -> assertThat(it).contains(Columns.UNKNOWN));
                assertThat(now.observations()).isEqualTo(mapped.observations());
                assertThat(now.entries()).isEqualTo(mapped.entries());
                assertThat(now.withdrawals()).isEqualTo(mapped.withdrawals());
                assertThat(now.runs()).isEqualTo(mapped.runs());
            }
        }
    }

    /// `needed.yaml` of the fixture says which columns a connector cannot do without, so that none
    /// comes to be needed, or is lost in silence, without somebody seeing it here.
    @ParameterizedTest
    @MethodSource("connectors")
    void absenceOfEachNeededColumnIsReportedByItsName(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        int whole = map(connector, files).size();
        Needed found =
                new Needed(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            for (String column : Columns.of(file.format(), file.bytes())) {
                String name = file.path().isEmpty() ? column : file.path() + " " + column;
                byte[] less = Columns.without(file.format(), file.bytes(), column);
                try {
                    Mapped now = map(connector, Fixtures.changed(files, i, less));
                    if (!now.refused().isEmpty()) {
                        boolean named =
                                now.refused().stream()
                                        .map(Mapped.Refused::violation)
                                        .allMatch(
                                                it -> (it.field() + it.message()).contains(column));
                        (named ? found.refused() : found.consequence()).add(name);
                    } else if (now.size() < whole) {
                        found.fewer().add(name);
                    }
                } catch (DriftException e) {
                    assertThat(e).as(name).hasMessageContaining(column);
                    found.drift().add(name);
                }
            }
        }
        assertThat(found).isEqualTo(Fixtures.needed(connector));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void byteOrderMarkIsNoPartOfTheText(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        Mapped mapped = map(connector, files);
        for (int i = 0; i < files.size(); i++) {
            ByteArrayOutputStream marked = new ByteArrayOutputStream();
            marked.write("\uFEFF".getBytes(UTF_8));
            marked.write(files.get(i).bytes());
            assertThat(map(connector, Fixtures.changed(files, i, marked.toByteArray())))
                    .isEqualTo(mapped);
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void otherCharsetIsTold(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            byte[] bytes = new String(files.get(i).bytes(), UTF_8).getBytes(UTF_16);
            assertThatThrownBy(() -> map(connector, Fixtures.changed(files, index, bytes)))
                    .as(files.get(i).path())
                    .isInstanceOf(DriftException.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void emptyFileAndPageForPeopleAreDrift(Connector connector) {
        List<File> files = Fixtures.of(connector);
        for (String text : List.of("", "\n", "<!doctype html><html><body>404</body></html>")) {
            for (int i = 0; i < files.size(); i++) {
                int index = i;
                assertThatThrownBy(() ->
                                map(
                                        connector,
                                        Fixtures.changed(files, index, text.getBytes(UTF_8))))
                        .as("%s: %s", files.get(i).path(), text)
                        .isInstanceOf(DriftException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void fileThatEndsEarlyOrIsBrokenIsReadOrTold(Connector connector) {
        List<File> files = Fixtures.of(connector);
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            Fuzz.run(
                    Math.max(50, 400 / files.size()),
                    files.get(i).bytes(),
                    broken -> map(connector, Fixtures.changed(files, index, broken)),
                    List.of(DriftException.class));
        }
    }

    /// A file that drifted is left out of what is read, or all that is read drifted; never is half
    /// of it read.
    @ParameterizedTest
    @MethodSource("connectors")
    void fileThatDriftedIsAsIfItWereNotThere(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            for (byte[] broken : List.of("<html>".getBytes(UTF_8), halfInUtf16(file.bytes()))) {
                Mapped mapped;
                try {
                    mapped =
                            connector.map(
                                    Fixtures.delivery(
                                            connector, Fixtures.changed(files, i, broken)));
                } catch (DriftException e) {
                    continue; // told whole, as of a source of one file
                }
                assertThat(mapped.drifted()).containsOnlyKeys(file.path());
                List<File> others = new ArrayList<>(files);
                others.remove(i);
                Mapped without = connector.map(Fixtures.delivery(connector, others));
                assertThat(mapped.observations()).isEqualTo(without.observations());
                assertThat(mapped.runs()).isEqualTo(without.runs());
                assertThat(mapped.entries()).isEqualTo(without.entries());
                assertThat(mapped.withdrawals()).isEqualTo(without.withdrawals());
                assertThat(mapped.refused()).isEqualTo(without.refused());
            }
        }
    }

    private static byte[] halfInUtf16(byte[] bytes) {
        byte[] broken = bytes.clone();
        Arrays.fill(broken, bytes.length / 2, bytes.length, (byte) 0xff);
        return broken;
    }

    /// Where one of several files drifted, that is told like any other drift.
    private static Mapped map(Connector connector, List<File> files) throws DriftException {
        Mapped mapped = connector.map(Fixtures.delivery(connector, files));
        Optional<DriftException> drift = mapped.drift();
        if (drift.isPresent()) {
            throw drift.get();
        }
        return mapped;
    }
}
