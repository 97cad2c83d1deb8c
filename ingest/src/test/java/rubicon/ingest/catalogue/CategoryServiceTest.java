package rubicon.ingest.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Category;
import rubicon.model.catalogue.CategoryId;
import rubicon.model.catalogue.IndicatorId;

class CategoryServiceTest {
    private static final String ENTRY =
            """
            categories:
              - id: bug-fixes
                title: A category
                description: Of work.
                strength: FAIR
                strengthReason: Because.
                counted: [{indicator: swe-bench-bash-only}]
                shown: [{indicator: cobench-anthropic, reason: no value}]
            """;

    private static final String OWN =
            """
            id: own-score
            title: Own score
            kind: MEASUREMENT
            unit: points
            scale: LINEAR
            direction: HIGHER
            view: LAB
            categories: [a-new-kind-of-work]
            date: RESULT
            feed: LIVE
            sources: [ours]
            licence: {id: internal, export: "NO"}
            citation: Ours
            description: Ours.
            """;

    private final Catalogue catalogue;

    @TempDir Path folder;

    CategoryServiceTest() throws IOException {
        catalogue = new CatalogueFiles(Optional::empty).catalogue();
    }

    @Test
    void weightIsOneWhereNoneIsGiven() throws IOException {
        Catalogue two =
                Catalogue.of(
                        List.of(
                                catalogue.find("swe-bench-bash-only").orElseThrow(),
                                catalogue.find("cobench-anthropic").orElseThrow()));
        Categories categories = read(ENTRY, two);
        assertThat(categories.find(new CategoryId("bug-fixes")))
                .map(Category::counted)
                .contains(List.of(new Category.Counted(new IndicatorId("swe-bench-bash-only"), 1)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    strength: FAIR            | strength: GOOD              | 'GOOD' is none of
                    strength: FAIR            | strength: NONE              | although indicators are counted
                    [{indicator: swe-bench-bash-only}] | []                | although nothing is counted
                    title: A category         | titel: A category           | titel
                    strengthReason: Because.  | strengthReason: ''          | strengthReason is missing
                    {indicator: swe-bench-bash-only} | {indicator: swe-bench-bash-only, weight: 2} | 2.0 is not in (0, 1]
                    , reason: no value        | §§                          | shown.reason is missing
                    id: bug-fixes            | id: A category              | is not lower-case words
                    """)
    void wrongEntryIsNamedWithItsFieldAndReason(String right, String wrong, String message) {
        String yaml = ENTRY.replace(right, wrong);
        assertThat(yaml).isNotEqualTo(ENTRY);
        assertThatThrownBy(() -> read(yaml, Catalogue.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("categories.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void twoCategoriesOfOneNameAreRefused() {
        String second = ENTRY.substring(ENTRY.indexOf("  - id"));
        assertThatThrownBy(() -> read(ENTRY + second, catalogue))
                .hasMessage("two categories are called bug-fixes");
    }

    @Test
    void categoryThatNamesAnUnknownIndicatorIsRefused() {
        assertThatThrownBy(() -> read(ENTRY.replace("cobench", "no-bench"), catalogue))
                .hasMessage(
                        "category bug-fixes: indicator no-bench-anthropic is not in the catalogue");
    }

    /// An index that is computed from categories would feed itself.
    @Test
    void categoryThatNamesAnIndexOrAForecastIsRefused() {
        assertThatThrownBy(() ->
                        read(ENTRY.replace("swe-bench-bash-only", "automation-index"), catalogue))
                .hasMessage(
                        "category bug-fixes: indicator automation-index is of kind INDEX, which is no evidence of work");
        assertThatThrownBy(() ->
                        read(ENTRY.replace("cobench-anthropic", "forecast-100h-date"), catalogue))
                .hasMessageContaining("is of kind FORECAST");
    }

    @Test
    void indicatorIsNamedOnceInACategory() {
        String twice = ENTRY.replace("cobench-anthropic", "swe-bench-bash-only");
        assertThatThrownBy(() -> read(twice, catalogue))
                .hasMessage("category bug-fixes names indicator swe-bench-bash-only twice");
    }

    @Test
    void ownIndicatorOfAnUnknownCategoryStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("own-score.yaml"), OWN);
        Catalogue withOwn = new CatalogueFiles(() -> Optional.of(folder)).catalogue();
        assertThatThrownBy(() -> CategoryService.read(CategoryService.entries(), withOwn))
                .hasMessage("indicator own-score: there is no category a-new-kind-of-work");
    }

    private static Categories read(String yaml, Catalogue catalogue) throws IOException {
        return CategoryService.read(
                CategoryService.parse(new ByteArrayInputStream(yaml.getBytes(UTF_8))), catalogue);
    }
}
