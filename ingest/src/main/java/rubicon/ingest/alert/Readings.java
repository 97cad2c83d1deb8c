package rubicon.ingest.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.alert.Health;
import rubicon.model.alert.Reading;
import rubicon.model.analysis.Result;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.rule.FrontierCondition;
import rubicon.model.rule.Holdings;
import rubicon.model.rule.Measured;
import rubicon.model.rule.Rule;
import rubicon.model.rule.ValueEnd;

/// Turns what a condition read into what the alert machine takes.
final class Readings {
    private Readings() {}

    /// @param newest ledger time of the newest row that had a part in it
    static Reading of(Rule rule, Measured measured, Instant newest) {
        return of(rule, measured, newest, false, null);
    }

    /// @param newest ledger time of the newest row that had a part in it
    /// @param incomparable whether other mathematics computed it than what was read before
    static Reading of(
            Rule rule,
            Measured measured,
            Instant newest,
            boolean incomparable,
            Reading.@Nullable Correction correction) {
        return switch (measured) {
            case Measured.Nothing _ -> new Reading.Unusable(Health.NO_DATA);
            case Measured.Value it ->
                    new Reading.Usable(
                            it.value(),
                            it.rows(),
                            newest,
                            it.knownAt().isBefore(rule.createdAt()),
                            incomparable,
                            correction);
        };
    }

    /// Whose value it is; null where it is nobody's.
    static @Nullable String subject(Measured measured) {
        return measured instanceof Measured.Value it ? it.subject() : null;
    }

    /// What a restatement shows of the past: the date it speaks of, and its value. A late, older
    /// statement shows what was once so and is not any more. Only the plain frontier has such a
    /// past: the value of any other condition is not that of one observation.
    static Reading.@Nullable Correction correction(
            Rule rule, Holdings held, Statement statement, Decision decision) {
        if ((decision != Decision.REVISED && decision != Decision.LATE)
                || !(rule.condition() instanceof FrontierCondition frontier)
                || frontier.of() != ValueEnd.VALUE
                || frontier.minN() > 0
                || !(statement.content() instanceof Reported(Observation it))
                || !it.key().indicator().equals(rule.watched())) {
            return null;
        }
        var standing = held.standing(rule.watched(), frontier.reading());
        Optional<Result> best = standing.best();
        if (best.isEmpty() || standing.result(it.key()).isEmpty() || standing.isHeld(it.key())) {
            return null;
        }
        Instant validTime = it.observedOn().date().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Reading.Correction(
                validTime,
                it.estimate().value(),
                decision == Decision.REVISED || best.get().key().equals(it.key()));
    }
}
