package rubicon.simulator.scenario.takeoff.progress;

/// What the progress model assumes; [ProgressModel#of] refuses what contradicts itself.
///
/// @param inputs people and compute by year
/// @param start decimal year, within the inputs
/// @param end decimal year at which runs end
/// @param presentDay decimal year at which horizon and multiplier are known
/// @param referenceYear at which the anchors of experiment capacity hold
/// @param scaleYear in which software's rate is known
/// @param horizon of time
/// @param coding of agents
/// @param experiments capacity
/// @param softwareRate orders of magnitude a year in the scale year, above 0
/// @param taste in research
/// @see "Kokotajlo, Lifland, Halstead & Kastner 2025, repository brendanhalstead/ai-progress-rates,
///   program of October 2025"
public record ProgressParameters(
        InputTable inputs,
        double start,
        double end,
        double presentDay,
        double referenceYear,
        double scaleYear,
        Horizon horizon,
        Coding coding,
        Experiments experiments,
        double softwareRate,
        Taste taste) {

    /// Writes all but the inputs where the model reads them.
    void into(ProgressValues values) {
        values.start = start;
        values.end = end;
        values.presentDay = presentDay;
        values.referenceYear = referenceYear;
        values.scaleYear = scaleYear;
        values.presentMinutes = horizon.presentMinutes;
        values.presentDoublingYears = horizon.presentDoublingYears;
        values.difficulty = horizon.difficulty;
        values.coderMinutes = horizon.coderMinutes;
        values.gapYears = horizon.gapYears;
        values.presentMultiplier = coding.presentMultiplier;
        values.rho = coding.rho;
        values.theta = coding.theta;
        values.eta = coding.eta;
        values.parallel = coding.parallel;
        values.infLabour = experiments.infLabour;
        values.infCompute = experiments.infCompute;
        values.refFactor = experiments.refFactor;
        values.refGain = experiments.refGain;
        values.softwareRate = softwareRate;
        values.sdAtCoder = taste.sdAtCoder;
        values.slope = taste.slope;
        values.topToMedian = taste.topToMedian;
        values.topQuantile = taste.topQuantile;
    }

    /// The time horizon at 80 % success.
    ///
    /// @param presentMinutes above 0
    /// @param presentDoublingYears above 0
    /// @param difficulty `d`: what each doubling takes, relative to the one before
    /// @param coderMinutes at which an automated coder is reached
    /// @param gapYears of progress at today's rate beyond that
    public record Horizon(
            double presentMinutes,
            double presentDoublingYears,
            double difficulty,
            double coderMinutes,
            double gapYears) {}

    /// How agents add to coding labour.
    ///
    /// @param presentMultiplier of coding labour today, at least 1
    /// @param rho substitution between tasks, below 0
    /// @param theta orders of magnitude of efficiency for each year of progress at today's rate
    /// @param eta efficiency where a task becomes automatable, above 0
    /// @param parallel `λ`: exponent of parallel labour
    public record Coding(
            double presentMultiplier, double rho, double theta, double eta, double parallel) {}

    /// Anchors of [CapacityShape].
    public record Experiments(
            double infLabour, double infCompute, double refFactor, double refGain) {}

    /// Research taste of people and of AI.
    ///
    /// @param sdAtCoder AI's taste at the automated coder, in standard deviations of people's
    /// @param slope standard deviations for each year of progress at today's rate
    /// @param topToMedian ratio among people
    /// @param topQuantile that counts as the top
    public record Taste(double sdAtCoder, double slope, double topToMedian, double topQuantile) {}
}
