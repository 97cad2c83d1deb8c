package rubicon.simulator.scenario.capabilityindex;

import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.END;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.FROM;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.HIGH_ANCHOR;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.KNOWN_TO;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.LEVEL_AT;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.LOW_ANCHOR;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.NEW_RELEASED;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.PACE;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.SCORE_TARGET;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.SLOPE_AT;
import static rubicon.simulator.scenario.capabilityindex.CapabilityIndexDescription.TARGET;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.BENCHMARK;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.BENCHMARKS;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.CAPABILITY;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.DIFFICULTY;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.INDEX;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.MODELS;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.NAME;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.NEW_SCORES;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.RELEASED;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.SCORE;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.SLOPE;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.TARGETS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rubicon.model.capabilityindex.AnchoredScale;
import rubicon.model.capabilityindex.CapabilityIndex;
import rubicon.model.capabilityindex.Frontier;
import rubicon.model.stats.Range;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.RunningBest;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `capability-index`: models and benchmarks on one scale, a new model among them, and
/// the frontier's line.
public final class CapabilityIndexModel implements KernelModel {
    private static final int CURVE_STEPS = 80;
    private static final int FEWEST = 3;
    private static final double YEAR = 365.25;
    private static final double MONTHS = 12;
    private static final double LEVEL = 0.8;
    private static final double LEAST_APART = 1e-6;
    private static final String[] NEW = {
        "newCapability", "newIndex", "newIndexLow", "newIndexHigh", "newMisfit", "newFitted"
    };
    private static final String[] FRONTIER = {
        "frontier",
        "pointsPerYear",
        "pointsPerYearLow",
        "pointsPerYearHigh",
        "r2",
        "breakYear",
        "pointsPerYearBefore",
        "pointsPerYearAfter"
    };
    private static final String[] BREAK = {
        "breakYear", "pointsPerYearBefore", "pointsPerYearAfter"
    };
    private static final String[] LINE = {"targetDate", "targetYear", "scoreYear", "indexCurve"};
    private static final String[] AHEAD = {"newAhead", "newAheadMonths"};

    /// What the tables say.
    ///
    /// @param answers what does not hang on any drawn number
    /// @param scale empty where the anchors hold none
    /// @param frontier in points; empty where there is no line
    /// @param newIndex of the new model; empty where it has no place
    private record Read(
            Answers answers,
            Optional<AnchoredScale> scale,
            Optional<Frontier> frontier,
            Optional<Double> newIndex) {}

    @Override
    public Description description() {
        return CapabilityIndexDescription.DESCRIPTION;
    }

    @Override
    public Set<String> readBefore(Assignment given) {
        return Set.of(MODELS.name(), BENCHMARKS.name(), NEW_SCORES.name());
    }

    private static Read read(Assignment given) {
        var answers = new Answers();
        List<Row> models = given.rows(MODELS);
        List<Row> benchmarks = given.rows(BENCHMARKS);
        scores(models, benchmarks, answers);
        Optional<AnchoredScale> scale = scale(given, models);
        if (scale.isEmpty()) {
            String reason = "needs both anchors in the table, the higher one above the lower";
            answers.undefined(reason, "pointsPerUnit", "index", "difficultyIndex");
            answers.undefined(reason, NEW).undefined(reason, FRONTIER);
            return new Read(answers, scale, Optional.empty(), Optional.empty());
        }
        AnchoredScale points = scale.get();
        answers.put("pointsPerUnit", points.slope());
        answers.put("index", along(models, it -> points.of(it.real(CAPABILITY))));
        answers.put("difficultyIndex", along(benchmarks, it -> points.of(it.real(DIFFICULTY))));
        Optional<Double> newIndex = place(given, benchmarks, points, answers);
        return new Read(answers, scale, frontier(given, models, points, answers), newIndex);
    }

    private static void scores(List<Row> models, List<Row> benchmarks, Answers answers) {
        double best = models.stream().mapToDouble(it -> it.real(CAPABILITY)).max().orElseThrow();
        answers.put("bestScore", along(benchmarks, it -> score(best, it)));
        List<Map<String, Value>> rows = new ArrayList<>();
        for (Row model : models) {
            Map<String, Value> row = new LinkedHashMap<>();
            row.put("model", new Value.Text(model.text(NAME)));
            for (Row benchmark : benchmarks) {
                row.put(
                        benchmark.text(NAME),
                        new Value.Real(score(model.real(CAPABILITY), benchmark)));
            }
            rows.add(row);
        }
        answers.put("scores", new Value.Table(rows));
    }

    private static double score(double capability, Row benchmark) {
        return CapabilityIndex.score(capability, benchmark.real(DIFFICULTY), benchmark.real(SLOPE));
    }

    private static Optional<AnchoredScale> scale(Assignment given, List<Row> models) {
        Optional<Double> low = capability(models, given.text(LOW_ANCHOR));
        Optional<Double> high = capability(models, given.text(HIGH_ANCHOR));
        return low.isPresent() && high.isPresent() && high.get() - low.get() > LEAST_APART
                ? Optional.of(AnchoredScale.through(low.get(), high.get()))
                : Optional.empty();
    }

    private static Optional<Double> capability(List<Row> models, String name) {
        return models.stream()
                .filter(it -> it.text(NAME).equals(name))
                .findFirst()
                .map(it -> it.real(CAPABILITY));
    }

    private static Optional<Double> place(
            Assignment given, List<Row> benchmarks, AnchoredScale points, Answers answers) {
        List<NewModel.Scored> scored = new ArrayList<>();
        for (Row row : given.rows(NEW_SCORES)) {
            benchmarks.stream()
                    .filter(it -> it.text(NAME).equals(row.text(BENCHMARK)))
                    .findFirst()
                    .ifPresent(it ->
                            scored.add(
                                    new NewModel.Scored(
                                            it.real(DIFFICULTY), it.real(SLOPE), row.real(SCORE))));
        }
        if (scored.size() < given.rows(NEW_SCORES).size()) {
            return noPlace("needs scores on benchmarks of the table alone", answers);
        }
        var model = new NewModel(scored);
        if (!model.isBounded()) {
            return noPlace("needs scores that are not all 0, nor all 1", answers);
        }
        double capability = model.capability();
        Range without = model.withoutOne();
        answers.put("newCapability", capability);
        answers.put("newIndex", points.of(capability));
        answers.put("newIndexLow", points.of(without.low()));
        answers.put("newIndexHigh", points.of(without.high()));
        answers.put("newMisfit", model.misfit(capability));
        answers.put("newFitted", along(scored, it -> it.expected(capability)));
        return Optional.of(points.of(capability));
    }

    private static Optional<Double> noPlace(String reason, Answers answers) {
        answers.undefined(reason, NEW).undefined(reason, AHEAD);
        return Optional.empty();
    }

    private static Optional<Frontier> frontier(
            Assignment given, List<Row> models, AnchoredScale points, Answers answers) {
        List<Row> inside =
                models.stream().filter(it -> !it.day(RELEASED).isBefore(given.day(FROM))).toList();
        List<DatedValue> ahead =
                RunningBest.records(
                        inside.stream()
                                .map(it ->
                                        new DatedValue(
                                                it.text(NAME),
                                                it.day(RELEASED),
                                                it.real(CAPABILITY)))
                                .toList());
        if (ahead.size() < FEWEST) {
            answers.undefined("needs three models that were ahead of all before them", FRONTIER);
            return Optional.empty();
        }
        var frontier =
                Frontier.of(
                        inside.stream()
                                .map(it ->
                                        new Frontier.Released(
                                                it.text(NAME),
                                                it.day(RELEASED),
                                                points.of(it.real(CAPABILITY))))
                                .toList());
        Range slopes = frontier.perYear().slopeRange(LEVEL);
        answers.put(
                "frontier",
                new Value.Texts(frontier.models().stream().map(Frontier.Released::model).toList()));
        answers.put("pointsPerYear", frontier.perYear().slope());
        answers.put("pointsPerYearLow", slopes.low());
        answers.put("pointsPerYearHigh", slopes.high());
        answers.put("r2", frontier.perYear().r2());
        frontier.sharpestBreak()
                .ifPresentOrElse(
                        it -> {
                            answers.put("breakYear", Dates.year((double) it.on().toEpochDay()));
                            answers.put("pointsPerYearBefore", it.before().slope());
                            answers.put("pointsPerYearAfter", it.after().slope());
                        },
                        () -> answers.undefined("needs three models on each side", BREAK));
        return Optional.of(frontier);
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        Read read = read(given);
        Answers answers = read.answers();
        LocalDate first =
                given.rows(MODELS).stream()
                        .map(it -> it.day(RELEASED))
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        List<LocalDate> curve = Dates.grid(first, given.day(END), CURVE_STEPS);
        answers.put("curveDates", new Value.Days(curve));
        if (read.scale().isEmpty() || read.frontier().isEmpty()) {
            String reason = "needs a frontier on a scale with both anchors";
            answers.undefined(reason, LINE).undefined(reason, AHEAD);
            return List.of(it -> it.standing(answers));
        }
        AnchoredScale scale = read.scale().get();
        Frontier frontier = read.frontier().get();
        return List.of(
                it -> it.standing(answers),
                it -> {
                    var line = new FrontierLine(frontier.perYear(), time(given.day(KNOWN_TO)));
                    Kernel begin = line(it, line);
                    Kernel project = project(it, scale, frontier, line, curve);
                    Kernel ahead =
                            read.newIndex().map(index -> ahead(it, line, index)).orElse(() -> {});
                    return () -> {
                        begin.run();
                        project.run();
                        ahead.run();
                    };
                });
    }

    /// The line of a run.
    private static Kernel line(Workspace workspace, FrontierLine line) {
        Place levelAt = workspace.number(LEVEL_AT);
        Place slopeAt = workspace.number(SLOPE_AT);
        Place pace = workspace.number(PACE);
        return () -> line.begin(levelAt.value(), slopeAt.value(), pace.value());
    }

    private static Kernel project(
            Workspace workspace,
            AnchoredScale scale,
            Frontier frontier,
            FrontierLine line,
            List<LocalDate> curve) {
        Assignment given = workspace.given();
        var target = new Reached(frontier, given.real(TARGET));
        var targets =
                new Reached(
                        frontier,
                        given.rows(TARGETS).stream().mapToDouble(it -> it.real(INDEX)).toArray());
        double score = given.real(SCORE_TARGET);
        double logit = Math.log(score / (1 - score));
        var scores =
                new Reached(
                        frontier,
                        given.rows(BENCHMARKS).stream()
                                .mapToDouble(it ->
                                        scale.of(it.real(DIFFICULTY) + logit / it.real(SLOPE)))
                                .toArray());
        double[] times = curve.stream().mapToDouble(CapabilityIndexModel::time).toArray();
        Result targetDate = workspace.one("targetDate");
        Result targetYear = workspace.list("targetYear", targets.size());
        Result scoreYear = workspace.list("scoreYear", scores.size());
        Result indexCurve = workspace.list("indexCurve", times.length);
        return () -> {
            targetDate.set(target.year(0, line));
            for (int i = 0; i < targets.size(); i++) {
                targetYear.set(i, targets.year(i, line));
            }
            for (int i = 0; i < scores.size(); i++) {
                scoreYear.set(i, scores.year(i, line));
            }
            for (int i = 0; i < times.length; i++) {
                indexCurve.set(i, line.at(times[i]));
            }
        };
    }

    /// How far ahead of the line a new model is.
    private static Kernel ahead(Workspace workspace, FrontierLine line, double index) {
        double released = time(workspace.given().day(NEW_RELEASED));
        Result ahead = workspace.one("newAhead");
        Result months = workspace.one("newAheadMonths");
        return () -> {
            ahead.set(index - line.at(released));
            if (line.perYear() > 0) {
                months.set(MONTHS * ahead.get(0) / line.perYear());
            } else {
                months.undefined("needs a line that rises");
            }
        };
    }

    private static double time(LocalDate day) {
        return day.toEpochDay() / YEAR;
    }

    private static <T> List<Double> along(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().map(number::applyAsDouble).toList();
    }
}
