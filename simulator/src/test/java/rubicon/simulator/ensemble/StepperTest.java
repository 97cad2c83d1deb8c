package rubicon.simulator.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepperTest {
    private static final double STEP = 0.01;
    private static final int STEPS = 1_000;

    /// The build asks for the module; a test that compares the oracle with itself proves nothing.
    @Test
    void thisJvmTakesVectors() {
        assertThat(Stepper.fastest()).isInstanceOf(VectorStepper.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 33, 1_000})
    void vectorsGiveWhatTheOracleGives(int count) {
        Trajectories scalar = drawn(count, 5);
        Trajectories vectors = drawn(count, 5);
        new ScalarStepper().run(scalar, STEPS, STEP);
        Stepper.fastest().run(vectors, STEPS, STEP);
        for (int i = 0; i < count; i++) {
            assertThat(vectors.software(i)).isEqualTo(scalar.software(i));
            assertThat(vectors.labour(i)).isEqualTo(scalar.labour(i));
        }
    }

    /// Oracle: the equation with the JDK's functions. They differ by some 1e-15 a step.
    @Test
    void aThousandStepsStayNearTheJdksFunctions() {
        double[] given = {0.3, -0.7, 0.2, 0.5};
        double software = 0;
        double compute = 0;
        double labour = 0;
        for (int n = 0; n < STEPS; n++) {
            double input =
                    given[0] * Math.exp(given[1] * compute)
                            + (1 - given[0]) * Math.exp(given[1] * labour);
            double ces = Math.log(input) / given[1];
            software += STEP * given[3] * Math.exp(ces / 2 - given[2] * software);
            compute += STEP / 2;
            labour += STEP * 0.1 * Math.exp(software / 10);
        }
        var one = trajectory(given[0], given[1], given[2], given[3]);
        Stepper.fastest().run(one, STEPS, STEP);
        assertThat(one.software(0)).isCloseTo(software, within(1e-12 * software));
        assertThat(one.labour(0)).isCloseTo(labour, within(1e-12 * labour));
    }

    @Test
    void whatLeavesTheRangeOfNumbersIsTold() {
        for (Stepper stepper : List.of(new ScalarStepper(), Stepper.fastest())) {
            assertThatThrownBy(() -> stepper.run(trajectory(0.5, -1, 0, 5), 10_000, 0.1))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("leaves the range of numbers");
        }
    }

    /// At the start `ces = 0` whatever `α` and `ρ` are: the first step is `g·dt`.
    @Test
    void theFirstStepIsTheParametersAlone() {
        var one = trajectory(0.3, -0.7, 0, 0.5);
        new ScalarStepper().run(one, 1, STEP);
        assertThat(one.software(0)).isCloseTo(0.005, within(1e-15));
        assertThat(one.labour(0)).isCloseTo(0.001 * Math.exp(0.0005), within(1e-15));
    }

    /// Closed form: with all weight on compute `ces = t/2`, and where software hardly matters to
    /// itself `a = 4g(e^{t/4} − 1)`. Euler's error falls with the step.
    @Test
    void shorterStepsComeCloserToTheEquation() {
        double pace = 1e-6;
        double years = 1;
        double exact = 4 * pace * Math.expm1(years / 4);
        double coarse = error(pace, 100, exact);
        double fine = error(pace, 1_000, exact);
        assertThat(coarse).isLessThan(0.002);
        assertThat(fine).isCloseTo(coarse / 10, within(coarse / 100));
    }

    private static double error(double pace, int steps, double exact) {
        var one = trajectory(1 - 1e-15, -1, 0, pace);
        new ScalarStepper().run(one, steps, 1.0 / steps);
        return Math.abs(one.software(0) / exact - 1);
    }

    @Test
    void runsInPartsAndAgainFromTheBeginning() {
        Trajectories whole = drawn(40, 9);
        Trajectories parts = drawn(40, 9);
        Stepper stepper = Stepper.fastest();
        stepper.run(whole, 100, STEP);
        stepper.run(parts, 30, STEP);
        stepper.run(parts, 70, STEP);
        assertThat(parts.software(39)).isEqualTo(whole.software(39));
        parts.restart();
        stepper.run(parts, 100, STEP);
        assertThat(parts.software(39)).isEqualTo(whole.software(39));
    }

    @Test
    void asManyOfEachParameter() {
        double[] two = {1, 2};
        assertThatThrownBy(() -> new Trajectories(two, two, two, new double[1]))
                .hasMessage("shares 2, rhos 2, drags 2, paces 1: at least one and as many of each");
        assertThatThrownBy(() -> drawn(3, 1).software(3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Trajectories trajectory(double share, double rho, double drag, double pace) {
        return new Trajectories(
                new double[] {share}, new double[] {rho}, new double[] {drag}, new double[] {pace});
    }

    private static Trajectories drawn(int count, long seed) {
        var random = new Random(seed);
        double[] share = random.doubles(count, 0.2, 0.8).toArray();
        double[] rho = random.doubles(count, -1.5, -0.5).toArray();
        double[] drag = random.doubles(count, 0.1, 0.4).toArray();
        double[] pace = random.doubles(count, 0.2, 0.7).toArray();
        return new Trajectories(share, rho, drag, pace);
    }
}
