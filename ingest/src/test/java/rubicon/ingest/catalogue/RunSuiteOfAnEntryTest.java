package rubicon.ingest.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.catalogue.IndicatorReader.Invalid;
import rubicon.ingest.catalogue.IndicatorReader.Read;
import rubicon.ingest.catalogue.IndicatorReader.Valid;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.ledger.Violation;

class RunSuiteOfAnEntryTest {
    private static final String RUNS = "runs: {suite: metr-horizon-2025-01, percent: 80}";

    @Test
    void anEntryNamesTheSuiteThatItsHorizonIsFittedTo() throws IOException {
        assertThat(read("", ""))
                .isInstanceOfSatisfying(
                        Valid.class,
                        it ->
                                assertThat(it.indicator().runs())
                                        .isEqualTo(new RunSuite("metr-horizon-2025-01", 80)));
        assertThat(read(RUNS, ""))
                .isInstanceOfSatisfying(
                        Valid.class, it -> assertThat(it.indicator().runs()).isNull());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "'suite: metr-horizon-2025-01, ', '', runs.suite, is missing",
        "percent: 80, percent: 90, runs.percent, '90 is none of [50, 80]'",
        "', percent: 80', '', runs.percent, 'null is none of [50, 80]'",
        "unit: min, unit: h, runs, 'gives a time horizon in min, and the unit is ''h'''"
    })
    void whatIsAtFaultIsNamed(String right, String wrong, String field, String message)
            throws IOException {
        assertThat(read(right, wrong))
                .isEqualTo(new Invalid(List.of(new Violation(field, message))));
    }

    private static Read read(String right, String wrong) throws IOException {
        try (InputStream in =
                RunSuiteOfAnEntryTest.class.getResourceAsStream(
                        "/catalogue/metr-horizon-p80-v1-0.yaml")) {
            String entry = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            assertThat(entry).contains(RUNS).contains(right);
            return IndicatorReader.read(
                    new CatalogueFiles(Optional::empty).parse(entry.replace(right, wrong)));
        }
    }
}
