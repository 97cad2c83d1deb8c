package rubicon.model.horizon;

import java.util.List;
import java.util.Optional;

/// What the runs of one agent of a suite say.
///
/// @param runs that entered
/// @param tasks different ones that they attempted
/// @param families of those tasks
/// @param bins what was seen at each length, shortest tasks first
public record AgentHorizon(
        String agent, int runs, int tasks, int families, HorizonFit fit, List<SuccessBin> bins) {
    public AgentHorizon {
        bins = List.copyOf(bins);
    }

    static AgentHorizon of(String agent, List<HorizonRun> runs) {
        return new AgentHorizon(
                agent,
                runs.size(),
                (int) runs.stream().map(HorizonRun::task).distinct().count(),
                (int) runs.stream().map(HorizonRun::family).distinct().count(),
                HorizonFit.of(runs, HorizonAnalysis.WEIGHTING, HorizonAnalysis.REGULARIZATION),
                SuccessBin.of(runs, HorizonAnalysis.WEIGHTING));
    }

    /// The fitted curve; empty where the runs allow none.
    public Optional<LogisticCurve> curve() {
        return fit instanceof HorizonFit.Fitted fitted
                ? Optional.of(fitted.curve())
                : Optional.empty();
    }

    /// The time horizon in minutes, finite and above 0; empty where there is no curve, the curve
    /// rises, or it is so flat that it never comes to the rate.
    ///
    /// @param rate of success, in (0, 1)
    public Optional<Double> horizonMinutes(double rate) {
        return curve().filter(curve -> !curve.rises())
                .map(curve -> curve.horizonMinutes(rate))
                .filter(minutes -> minutes > 0 && Double.isFinite(minutes));
    }

    /// Whether no run scored above 0.
    public boolean neverSucceeded() {
        return fit instanceof HorizonFit.NoFit(HorizonFit.Reason reason, var _)
                && reason == HorizonFit.Reason.NO_SUCCESS;
    }

    /// The time horizon as a trend takes it: 0 for an agent that never succeeded, which is too
    /// little to be told as a value but says where the trend comes from.
    ///
    /// @param rate of success, in (0, 1)
    Optional<Double> trendMinutes(double rate) {
        return neverSucceeded() ? Optional.of(0.0) : horizonMinutes(rate);
    }
}
