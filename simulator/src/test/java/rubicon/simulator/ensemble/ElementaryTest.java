package rubicon.simulator.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final int LANES = ElementaryVectors.SPECIES.length();

    /// Oracle: the JDK's StrictMath, right to one unit in the last place.
    @Test
    void functionsAreRightToSomeUnitsInTheLastPlace() {
        var random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double x = i % 2 == 0 ? random.nextDouble(-700, 700) : random.nextGaussian();
            double exp = StrictMath.exp(x);
            assertThat(Elementary.exp(x)).as("e^%s", x).isCloseTo(exp, within(2e-15 * exp));
            double y =
                    i % 2 == 0
                            ? StrictMath.exp(random.nextDouble(-690, 690))
                            : 0.5 + random.nextDouble();
            double log = StrictMath.log(y);
            assertThat(Elementary.log(y))
                    .as("ln %s", y)
                    .isCloseTo(log, within(2e-15 * Math.abs(log)));
        }
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.log(1)).isZero();
    }

    @Test
    void vectorsHaveTheSameBits() {
        var random = new Random(4);
        double[] x = new double[LANES];
        double[] y = new double[LANES];
        for (int round = 0; round < 20_000; round++) {
            for (int i = 0; i < LANES; i++) {
                x[i] = random.nextDouble(-700, 700) * (round % 2 == 0 ? 1 : 0.01);
                y[i] = StrictMath.exp(x[i] * 0.98);
            }
            double[] exps =
                    ElementaryVectors.exp(DoubleVector.fromArray(ElementaryVectors.SPECIES, x, 0))
                            .toArray();
            double[] logs =
                    ElementaryVectors.log(DoubleVector.fromArray(ElementaryVectors.SPECIES, y, 0))
                            .toArray();
            for (int i = 0; i < LANES; i++) {
                assertThat(exps[i]).isEqualTo(Elementary.exp(x[i]));
                assertThat(logs[i]).isEqualTo(Elementary.log(y[i]));
            }
        }
    }
}
