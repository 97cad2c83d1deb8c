package rubicon.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.testing.Samples;

class CatalogueTest {
    private static final IndicatorId CUT = new IndicatorId("a-cut-by-p50");
    private static final IndicatorId ASIDE = new IndicatorId("b-aside");
    private static final Catalogue CATALOGUE =
            Catalogue.of(
                    List.of(
                            entry(Samples.P50, null),
                            entry(CUT, Samples.P50),
                            entry(ASIDE, null),
                            entry(Samples.P80, ASIDE)));

    @Test
    void aChangeTouchesItsIndicatorAndThoseThatAreCutByItAndNoOther() {
        assertThat(CATALOGUE.touchedBy(List.of(Samples.P50))).containsExactly(CUT, Samples.P50);
        assertThat(CATALOGUE.touchedBy(List.of(CUT))).containsExactly(CUT);
        assertThat(CATALOGUE.touchedBy(List.of(Samples.P80, ASIDE)))
                .containsExactly(ASIDE, Samples.P80);
        assertThat(CATALOGUE.touchedBy(List.of())).isEmpty();
    }

    @Test
    void aTrendIsCutByWhatIsThere() {
        assertThatThrownBy(() -> Catalogue.of(List.of(entry(CUT, Samples.P50))))
                .hasMessageContaining("horizon-p50 is not in the catalogue");
    }

    private static Indicator entry(IndicatorId id, @Nullable IndicatorId cutBy) {
        return Samples.horizon(
                id, Direction.HIGHER, cutBy == null ? null : new TrendWindow(null, 960.0, cutBy));
    }
}
