package rubicon.simulator.scenario.speedrunledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.RecordLaw;
import rubicon.model.recordledger.Step;
import rubicon.model.stats.LinearFit;

/// A ledger as it stands.
///
/// @param chain with one step or more
/// @param recent the steps of the recent part; may be none
/// @param last value of the last row, lower is better
/// @param exposure years of the recent part up to the last day known, at least 0
/// @param jones, time, decay the laws; empty where the steps do not determine one
record LedgerReading(
        RecordChain chain,
        RecordChain recent,
        double last,
        double exposure,
        Optional<LinearFit> jones,
        Optional<LinearFit> time,
        Optional<LinearFit> decay) {
    private static final int FEWEST = 3;
    private static final double YEAR = 365.25;

    /// Reads a ledger; empty where no record follows its first row.
    static Optional<LedgerReading> of(
            List<Entry> entries, LocalDate since, LocalDate knownTo, int skip) {
        RecordChain chain = RecordChain.of(entries);
        if (chain.steps().isEmpty()) {
            return Optional.empty();
        }
        List<Step> fitted = chain.steps().stream().skip(skip).toList();
        boolean isLong = fitted.size() >= FEWEST;
        boolean inTime = isLong && fitted.stream().map(Step::date).distinct().count() > 1;
        boolean gaining = fitted.stream().filter(it -> it.logGain() > 0).count() >= FEWEST;
        return Optional.of(
                new LedgerReading(
                        chain,
                        chain.since(since),
                        entries.getLast().value(),
                        Math.max(0, knownTo.toEpochDay() - since.toEpochDay()) / YEAR,
                        isLong ? Optional.of(RecordLaw.jones(chain, skip)) : Optional.empty(),
                        inTime ? Optional.of(RecordLaw.time(chain, skip)) : Optional.empty(),
                        gaining
                                ? Optional.of(RecordLaw.stepDecay(chain, skip))
                                : Optional.empty()));
    }

    int steps() {
        return chain.steps().size();
    }

    /// Mean gain of a recent step, of all steps where there is no recent one.
    double meanStep() {
        RecordChain of = recent.steps().isEmpty() ? chain : recent;
        return of.total() / of.steps().size();
    }

    /// Recent steps of AI alone that went deep.
    int deepAi(double threshold) {
        return (int)
                recent.of(Step.Depth.DEEP, threshold).stream()
                        .filter(it -> it.actor() == Actor.AI)
                        .count();
    }
}
