package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;

final class MediansTest {
    /// Each median in closed form.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'point,value:3'                            | 3
                    'uniform,low:1,high:2'                     | 1.5
                    'loguniform,low:1,high:100'                | 10
                    'normal,p10:2,p90:6'                       | 4
                    'normal,mean:2,sd:9'                       | 2
                    'lognormal,p10:1,p90:100'                  | 10
                    'lognormal,p10:3,p90:102,shift:2'          | 12
                    'lognormal,mean:5,sd:5'                    | 3.5355339059327378
                    'lognormal,mu:0,sigma:1,shift:2'           | 3
                    'beta,a:2,b:2'                             | 0.5
                    'beta,a:1,b:2'                             | 0.2928932188134524
                    'triangular,low:0,mode:0,high:1'           | 0.2928932188134524
                    'triangular,low:0,mode:2,high:2'           | 1.4142135623730951
                    'pert,low:0,mode:1,high:2'                 | 1
                    'uniform,low:0,high:4,max:2'               | 1
                    'normal,mean:0,sd:1,min:0'                 | 0.6744897501960817
                    '{"distribution":"empirical","values":[9,1,2]}' | 2
                    '{"distribution":"choice","values":[9,1,5],"weights":[6,2,2]}' | 9
                    """)
    void theMedianIsThatOfTheSimulator(String text, double median) {
        assertThat(Medians.of(distribution(text), Optional.empty()))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(median, within(1e-9)));
    }

    /// Half of the mass lies below 0 to 1 with three quarters of the weight: at 2/3.
    @Test
    void aMixtureIsWeighedOverItsParts() {
        JsonNode mixture =
                distribution(
                        """
                        {"distribution": "mixture", "parts": [
                          {"weight": 1, "of": {"distribution": "uniform", "low": 10, "high": 11}},
                          {"weight": 3, "of": {"distribution": "uniform", "low": 0, "high": 1}}]}
                        """
                                .strip());

        assertThat(Medians.of(mixture, Optional.empty()))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(2.0 / 3, within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform,low:2,high:1", "triangular,low:0,high:1", "dice,sides:6"})
    void whatIsNoDistributionHasNone(String text) {
        assertThat(Medians.of(distribution(text), Optional.empty())).isEmpty();
    }

    /// As simulations draw a cell: never outside its column.
    @Test
    void theColumnsRangeCuts() {
        var share =
                new ColumnPayload(
                        "share",
                        "a",
                        "1",
                        "A share.",
                        "NUMBER",
                        Json.number(0),
                        Json.number(1),
                        "from 0 to 1",
                        List.of());
        assertThat(Medians.of(distribution("uniform,low:0.5,high:1.5"), Optional.of(share)))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(0.75, within(1e-9)));
    }

    @Test
    void betaIsOfferedWhereSomethingOfItLies() {
        assertThat(Distribution.kindsFor(Toys.parameter("slope"))).contains("beta", "uniform");
        assertThat(Distribution.kindsFor(Toys.parameter("count")))
                .contains("uniform")
                .doesNotContain("beta");
    }

    private static JsonNode distribution(String text) {
        return ValueText.parseDistribution(text).orElseThrow();
    }
}
