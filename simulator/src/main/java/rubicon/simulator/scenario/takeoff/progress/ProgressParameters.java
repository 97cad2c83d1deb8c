package rubicon.simulator.scenario.takeoff.progress;

/// What the progress model assumes.
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

    public ProgressParameters {
        require(Double.isFinite(start) && end > start && Double.isFinite(end), "end", end);
        require(presentDay >= start && presentDay <= end, "presentDay", presentDay);
        require(Double.isFinite(referenceYear), "referenceYear", referenceYear);
        require(scaleYear >= start && Double.isFinite(scaleYear), "scaleYear", scaleYear);
        require(softwareRate > 0, "softwareRate", softwareRate);
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
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
            double gapYears) {
        public Horizon {
            require(presentMinutes > 0, "presentHorizon", presentMinutes);
            require(presentDoublingYears > 0, "presentDoubling", presentDoublingYears);
            require(difficulty > 0, "difficulty", difficulty);
            require(coderMinutes > 0, "acHorizon", coderMinutes);
            require(gapYears >= 0, "gapYears", gapYears);
        }
    }

    /// How agents add to coding labour.
    ///
    /// @param presentMultiplier of coding labour today, at least 1
    /// @param rho substitution between tasks, below 0
    /// @param theta orders of magnitude of efficiency for each year of progress at today's rate
    /// @param eta efficiency where a task becomes automatable, above 0
    /// @param parallel `λ`: exponent of parallel labour
    public record Coding(
            double presentMultiplier, double rho, double theta, double eta, double parallel) {
        public Coding {
            require(
                    presentMultiplier >= 1 && Double.isFinite(presentMultiplier),
                    "sweMultiplier",
                    presentMultiplier);
            require(rho < 0 && Double.isFinite(rho), "rhoCoding", rho);
            require(theta >= 0 && Double.isFinite(theta), "theta", theta);
            require(eta > 0 && Double.isFinite(eta), "eta", eta);
            require(parallel >= 0 && Double.isFinite(parallel), "parallel", parallel);
        }
    }

    /// Anchors of [CapacityShape].
    public record Experiments(
            double infLabour, double infCompute, double refFactor, double refGain) {}

    /// Research taste of people and of AI.
    ///
    /// @param sdAtCoder AI's taste at the automated coder, in standard deviations of people's
    /// @param slope standard deviations for each year of progress at today's rate
    /// @param topToMedian ratio among people
    /// @param topQuantile that counts as the top
    public record Taste(double sdAtCoder, double slope, double topToMedian, double topQuantile) {
        public Taste {
            require(Double.isFinite(sdAtCoder), "tasteSdAtAc", sdAtCoder);
            require(slope >= 0 && Double.isFinite(slope), "tasteSlope", slope);
        }
    }
}
