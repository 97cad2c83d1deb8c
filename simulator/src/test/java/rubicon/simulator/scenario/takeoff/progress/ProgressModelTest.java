package rubicon.simulator.scenario.takeoff.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressModelTest {
    private static final double[] MULTIPLIERS = {5, 25, 250};
    private static final InputTable INPUTS =
            new InputTable(
                    List.of(2012.0, 2020.0, 2024.0, 2027.0, 2030.0, 2045.0),
                    List.of(10.0, 100.0, 800.0, 5e3, 25e3, 4e5),
                    List.of(0.002, 25.0, 5e3, 3e5, 6e6, 1e9),
                    List.of(0.003, 150.0, 3e4, 1.5e6, 4e7, 2e10),
                    List.of(0.65, 0.57, 0.65, 0.5, 0.3, 0.15));

    @Test
    void calibratesToWhatIsKnown() {
        ProgressModel model = ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6));
        // Software's rate in the scale year, and coding labour today.
        HumanPath humans = model.humans();
        InputCourse inputs = model.inputs();
        assertThat(
                        humans.rate(2023, humans.stock(2023))
                                - inputs.training(inputs.segment(2023), 2023))
                .isCloseTo(0.79, within(1e-10));
        assertThat(humans.stock(2023)).isGreaterThan(model.initialStock());
        assertThat(model.automated(model.presentProgress()))
                .isCloseTo(model.presentAutomation(), within(1e-12));
    }

    @Test
    void stockIsTheIntegralOfEffort() {
        ProgressModel model = ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6));
        HumanPath humans = model.humans();
        double h = 1e-4;
        for (double year : new double[] {2015, 2022.3, 2026, 2033}) {
            assertThat((humans.stock(year + h) - humans.stock(year - h)) / (2 * h))
                    .isCloseTo(humans.effort(year), within(1e-6 * humans.effort(year)));
        }
    }

    @Test
    void moreComputeLaterNeverDelays() {
        Map<String, Double> less =
                ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6))
                        .run(MULTIPLIERS, new double[0])
                        .milestones();
        var richer =
                new InputTable(
                        INPUTS.years(),
                        INPUTS.humans(),
                        scaledAfterPresent(INPUTS.inferenceCompute()),
                        scaledAfterPresent(INPUTS.experimentCompute()),
                        INPUTS.trainingGrowth());
        // Scaling the year 2027 changes the present a little; compare with its own calibration.
        Map<String, Double> more =
                ProgressModel.of(with(richer, 0.92, 2.5, 0.5, 1.6))
                        .run(MULTIPLIERS, new double[0])
                        .milestones();
        less.forEach((name, year) -> assertThat(more.get(name)).as(name).isLessThan(year));
    }

    private static List<Double> scaledAfterPresent(List<Double> levels) {
        List<Double> scaled = new ArrayList<>(levels);
        for (int i = 4; i < scaled.size(); i++) {
            scaled.set(i, 3 * scaled.get(i));
        }
        return scaled;
    }

    @Test
    void milestonesComeInOrder() {
        Map<String, Double> milestones =
                ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6))
                        .run(new double[] {5, 25, 250, 2000, 10000}, new double[0])
                        .milestones();
        assertThat(Stream.of("x5", "x25", "x250", "x2000", "x10000").map(milestones::get).toList())
                .isSorted();
        assertThat(milestones.get("SAR-taste")).isLessThan(milestones.get("SIAR-taste"));
    }

    @Test
    void multipliersAreReachedInTheirYears() {
        ProgressModel model = ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6));
        Map<String, Double> milestones = model.run(MULTIPLIERS, new double[0]).milestones();
        double year = milestones.getOrDefault("x25", 0.0);
        assertThat(model.run(MULTIPLIERS, new double[] {year}).points().getFirst().multiplier())
                .isCloseTo(25, within(1e-6));
    }

    /// Flat inputs and taste that does not grow: once all tasks are automated effort is constant,
    /// so the stock grows by the same amount each year.
    @Test
    void frozenInputsMakeAPowerLaw() {
        var frozen =
                new InputTable(
                        List.of(2012.0, 2028.0, 2400.0),
                        List.of(10.0, 5e3, 5e3),
                        List.of(0.002, 1e6, 1e6),
                        List.of(0.003, 1e6, 1e6),
                        List.of(0.6, 0.5, 0.5));
        ProgressPath path =
                ProgressModel.of(with(frozen, 0.92, 0, 0.5, 1.6))
                        .run(MULTIPLIERS, new double[] {2200, 2300, 2400});
        List<Double> stock = path.points().stream().map(ProgressPath.Point::researchStock).toList();
        assertThat((stock.get(2) - stock.get(1)) / (stock.get(1) - stock.get(0)))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void extremesAreNumbersOrNever() {
        var random = new Random(13);
        for (int i = 0; i < 40; i++) {
            double slope = random.nextInt(4) == 0 ? 0 : Math.exp(1 + 2 * random.nextGaussian());
            double difficulty = 0.75 + 0.35 * random.nextDouble();
            ProgressPath path =
                    ProgressModel.of(
                                    with(
                                            INPUTS,
                                            difficulty,
                                            slope,
                                            4 * random.nextGaussian(),
                                            1 + 2 * random.nextDouble()))
                            .run(MULTIPLIERS, new double[] {2020, 2035, 2045});
            assertThat(path.milestones().values()).noneMatch(year -> year.isNaN());
            assertThat(path.milestones().values())
                    .allMatch(year -> year <= 2045 || Double.isInfinite(year));
            assertThat(path.points()).hasSize(3);
            assertThat(path.points())
                    .allMatch(point -> Double.isFinite(point.progress() + point.rate()));
        }
    }

    @Test
    void whatIsAskedAlongTheWayDoesNotMatter() {
        ProgressModel model = ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1.6));
        double[] many = DoubleStream.iterate(2012, year -> year + 0.37).limit(80).toArray();
        Map<String, Double> alone = model.run(MULTIPLIERS, new double[0]).milestones();
        model.run(MULTIPLIERS, many)
                .milestones()
                .forEach((name, year) ->
                        assertThat(year).as(name).isCloseTo(alone.get(name), within(1e-7)));
    }

    @Test
    void noHelpTodayMeansNoTaskIsAutomatable() {
        assertThat(ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1)).presentAutomation()).isZero();
    }

    @Test
    void contradictionsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgressModel.of(with(INPUTS, 0.92, 2.5, 0.5, 1e9)))
                .withMessageContaining("sweMultiplier");
        var flat =
                new InputTable(
                        List.of(2012.0, 2045.0),
                        List.of(10.0, 10.0),
                        List.of(1.0, 1.0),
                        List.of(1.0, 1.0),
                        List.of(0.5, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgressModel.of(with(flat, 0.92, 2.5, 0.5, 1.6)))
                .withMessageContaining("effort");
    }

    /// Oracle: milestones of the source's program at its defaults; ours are converged, its
    /// tolerance is a thousandth of the step, which moves years by up to 0.01.
    @Test
    void defaultRunIsTheProgramsOwn() throws IOException {
        String upstream = System.getProperty("rubicon.upstream.dir", "");
        Path file = Path.of(upstream, "ai-2027-timelines/2025-10-15_786c6655/input_data.csv");
        assumeFalse(
                upstream.isEmpty() || !Files.exists(file),
                "SKIPPED: rubicon.upstream.dir does not name a folder with the program's inputs");
        ProgressPath path =
                ProgressModel.of(with(read(file), 0.92, 2.5, 0.5, 1.6))
                        .run(new double[] {5, 25, 250, 2000, 10000}, new double[0]);
        Map<String, Double> ours =
                Map.of(
                        "AC", 2029.80057,
                        "x5", 2030.07965,
                        "x25", 2030.52877,
                        "x250", 2031.21356,
                        "x2000", 2032.23078,
                        "x10000", 2033.21309,
                        "SAR-taste", 2030.41066,
                        "SIAR-taste", 2031.25331);
        ours.forEach((name, year) ->
                assertThat(path.milestones().get(name)).as(name).isCloseTo(year, within(1e-5)));
        assertThat(path.milestones().get("AC")).isCloseTo(2029.796, within(0.01));
    }

    private static InputTable read(Path file) throws IOException {
        List<List<Double>> columns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            columns.add(new ArrayList<>());
        }
        Files.readAllLines(file).stream()
                .skip(1)
                .forEach(line -> {
                    String[] cells = line.split(",", -1);
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).add(Double.valueOf(cells[i]));
                    }
                });
        return new InputTable(
                columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4));
    }

    private static ProgressParameters with(
            InputTable inputs, double difficulty, double tasteSlope, double tasteSd, double swe) {
        return new ProgressParameters(
                inputs,
                2012,
                inputs.years().getLast(),
                2025.6,
                2024.8,
                2023,
                new ProgressParameters.Horizon(26, 0.408, difficulty, 6.224e6, 0),
                new ProgressParameters.Coding(swe, -2, 3, 0.05, 0.5),
                new ProgressParameters.Experiments(15, 5000, 0.1, 1 / 3.33),
                0.79,
                new ProgressParameters.Taste(tasteSd, tasteSlope, 3.25, 0.999));
    }
}
