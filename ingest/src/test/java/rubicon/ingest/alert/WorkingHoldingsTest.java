package rubicon.ingest.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.rule.Comparison;
import rubicon.model.rule.Condition;
import rubicon.model.rule.FrontierCondition;
import rubicon.model.rule.GapCondition;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleId;
import rubicon.model.rule.Severity;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.rule.TrendCondition;

class WorkingHoldingsTest {
    private static final IndicatorId OWN = new IndicatorId("metr-horizon-p80");
    private static final IndicatorId CUT_BY = new IndicatorId("metr-horizon-p50");
    private static final IndicatorId OTHER = new IndicatorId("algotune-harmonic");
    private static final TrendWindow CUT = new TrendWindow(null, 960.0, CUT_BY);

    private static List<IndicatorId> waitsFor(Condition condition, @Nullable TrendWindow trend) {
        Rule rule =
                new Rule(
                        new RuleId("rule"),
                        "A rule",
                        "",
                        OWN.value(),
                        condition,
                        List.of(
                                Severity.of(
                                        SeverityLevel.WARNING, 2, 1, Duration.ZERO, Duration.ZERO)),
                        NoDataPolicy.KEEP,
                        new MissingPolicy.Keep(),
                        Map.of(),
                        true,
                        1,
                        Instant.EPOCH);
        return WorkingHoldings.waitsFor(rule, trend).toList();
    }

    @Test
    void onlyARuleThatReadsATrendWaitsForAnImportOfWhatCutsIt() {
        assertThat(waitsFor(new TrendCondition(Comparison.GE), CUT)).containsExactly(OWN, CUT_BY);
        assertThat(waitsFor(new FrontierCondition(Comparison.GE), CUT)).containsExactly(OWN);
    }

    @Test
    void aRuleThatReadsATrendWithoutACutWaitsForItsOwnAlone() {
        TrendWindow uncut = new TrendWindow(null, 960.0, null);
        assertThat(waitsFor(new TrendCondition(Comparison.GE), uncut)).containsExactly(OWN);
        assertThat(waitsFor(new TrendCondition(Comparison.GE), null)).containsExactly(OWN);
    }

    @Test
    void aRuleThatComparesWaitsForBoth() {
        GapCondition gap =
                new GapCondition(
                        Comparison.GE,
                        OTHER,
                        GapCondition.Measure.DIFFERENCE,
                        GapCondition.Per.FRONTIER);
        assertThat(waitsFor(gap, CUT)).containsExactly(OWN, OTHER);
    }
}
