package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Noise ceilings of catalogue entries: what reads them divides by their distance from the floor.
class NoiseCeilingOfAnEntryTest {
    private static final String ENTRY =
            """
            id: own-score
            title: Own score
            kind: MEASUREMENT
            unit: share
            scale: LOGIT
            bounds: {low: 0, high: 1}
            direction: HIGHER
            noiseCeiling: {value: VALUE, reason: label errors, source: ours}
            view: MODEL
            date: RESULT
            feed: LIVE
            sources: [ours]
            licence: {id: internal, export: "NO"}
            citation: Ours
            description: Ours.
            """;

    private final CatalogueFiles files = new CatalogueFiles(Optional::empty);

    @ParameterizedTest
    @CsvSource({"0.97, true", "1, true", "0, false", "-5, false", "1.2, false"})
    void aCeilingLiesAboveTheFloorAndWithinTheBounds(String value, boolean isFine)
            throws JacksonException {
        IndicatorReader.Read read =
                IndicatorReader.read(files.parse(ENTRY.replace("VALUE", value)));
        if (isFine) {
            assertThat(read).isInstanceOf(IndicatorReader.Valid.class);
        } else {
            assertThat(read)
                    .isInstanceOfSatisfying(
                            IndicatorReader.Invalid.class,
                            it ->
                                    assertThat(it.violations())
                                            .extracting(fault -> fault.field())
                                            .containsExactly("noiseCeiling.value"));
        }
    }
}
