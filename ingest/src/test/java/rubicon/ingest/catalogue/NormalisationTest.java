package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Category.Counted;
import rubicon.model.catalogue.DeclaredNormalisation;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Scale;
import rubicon.model.researchloop.Normalisation;

/// Declared normalisations of catalogue entries.
class NormalisationTest {
    private static final String ENTRY =
            """
            id: own-speed-up
            title: Own speed-up
            kind: MEASUREMENT
            unit: ×
            scale: LOG
            direction: HIGHER
            normalisation: {scale: LOG, zero: 1, one: 300, reason: a week of an expert, source: ours}
            view: LAB
            date: RESULT
            feed: LIVE
            sources: [ours]
            licence: {id: internal, export: "NO"}
            citation: Ours
            description: Ours.
            """;

    private final CatalogueFiles files = new CatalogueFiles(Optional::empty);

    @Test
    void aDeclarationIsReadWithItsReasonAndSource() throws JacksonException {
        assertThat(IndicatorReader.read(files.parse(ENTRY)))
                .isInstanceOfSatisfying(
                        IndicatorReader.Valid.class,
                        it ->
                                assertThat(it.indicator().normalisation())
                                        .isEqualTo(
                                                new DeclaredNormalisation(
                                                        Scale.LOG,
                                                        1,
                                                        300,
                                                        "a week of an expert",
                                                        "ours")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    scale: LOG, zero: 1       | scale: LOGIT, zero: 1   | normalisation.scale  | 'LOGIT' is neither LINEAR nor LOG
                    zero: 1,                  | zero: 0,                | normalisation.zero   | a LOG scale has both ends above 0
                    one: 300                  | one: 0.5                | normalisation.one    | 0.5 is not beyond zero, 1.0, in the direction HIGHER
                    direction: HIGHER         | direction: NONE         | normalisation        | stands beside direction NONE: no way is further
                    reason: a week of an expert, | reason: '',          | normalisation.reason | is missing
                    , source: ours            | , source: ' '           | normalisation.source | is missing
                    zero: 1,                  | §§                      | normalisation.zero   | is missing or not finite
                    """)
    void aWrongDeclarationIsNamedWithItsField(
            String right, String wrong, String field, String message) throws JacksonException {
        String text = ENTRY.replace(right, wrong);
        assertThat(text).isNotEqualTo(ENTRY);
        assertThat(IndicatorReader.read(files.parse(text)))
                .isInstanceOfSatisfying(
                        IndicatorReader.Invalid.class,
                        it ->
                                assertThat(it.violations())
                                        .anySatisfy(fault -> {
                                            assertThat(fault.field()).isEqualTo(field);
                                            assertThat(fault.message()).isEqualTo(message);
                                        }));
    }

    @Test
    void everythingThatCountsHasAnEndToFillUpTo() throws IOException {
        Catalogue catalogue = files.catalogue();
        List<IndicatorId> counted =
                CategoryService.read(CategoryService.entries(), catalogue).list().stream()
                        .flatMap(it -> it.counted().stream())
                        .map(Counted::indicator)
                        .toList();
        assertThat(counted)
                .hasSizeGreaterThan(10)
                .allSatisfy(it ->
                        assertThat(Normalisation.of(catalogue.find(it).orElseThrow()))
                                .isNotInstanceOf(Normalisation.Undeclared.class));
        assertThat(
                        catalogue.indicators().values().stream()
                                .filter(it -> it.normalisation() != null)
                                .map(it -> it.id().value()))
                .as("no other normalisation is sourced")
                .containsExactly("posttrainbench-human-share");
    }
}
