package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.source.Fixtures.File;
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
                    ProvenancePayload provenance = Objects.requireNonNull(it.provenance());
                    assertThat(provenance.connector()).isEqualTo(connector.id());
                });
        assertThat(mapped.runs())
                .allSatisfy(it -> {
                    ProvenancePayload provenance = Objects.requireNonNull(it.provenance());
                    assertThat(provenance.connector()).isEqualTo(connector.id());
                });
        assertThat(mapped.runs())
                .map(it -> it.runId() + " " + it.statedAt())
                .doesNotHaveDuplicates();
        assertThat(mapped.observations())
                .map(it -> it.indicator() + " " + it.externalId() + " " + it.statedAt())
                .doesNotHaveDuplicates();
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

    @ParameterizedTest
    @MethodSource("connectors")
    void missingColumnIsNeededOrNot_AndNamedIfItIs(Connector connector) throws Exception {
        List<File> files = Fixtures.of(connector);
        List<String> needed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            for (String column : Columns.of(file.format(), file.bytes())) {
                byte[] less = Columns.without(file.format(), file.bytes(), column);
                try {
                    map(connector, Fixtures.changed(files, i, less));
                } catch (DriftException e) {
                    assertThat(e).as(file.path()).hasMessageContaining(column);
                    needed.add(column);
                }
            }
        }
        if (!connector.isStrict()) {
            assertThat(needed).as("needed columns").isNotEmpty();
        }
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
        File first = files.getFirst();
        byte[] bytes = new String(first.bytes(), UTF_8).getBytes(UTF_16);
        assertThatThrownBy(() -> map(connector, Fixtures.changed(files, 0, bytes)))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void emptyFileAndPageForPeopleAreDrift(Connector connector) {
        List<File> files = Fixtures.of(connector);
        for (String text : List.of("", "\n", "<!doctype html><html><body>404</body></html>")) {
            assertThatThrownBy(
                            () -> map(connector, Fixtures.changed(files, 0, text.getBytes(UTF_8))))
                    .as(text)
                    .isInstanceOf(DriftException.class);
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

    private static Mapped map(Connector connector, List<File> files) throws DriftException {
        return connector.map(Fixtures.delivery(connector, files));
    }
}
