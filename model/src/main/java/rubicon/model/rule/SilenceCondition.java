package rubicon.model.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Statement;

/// For how many days nothing new has come.
///
/// @param since what counts as new
public record SilenceCondition(Comparison op, Since since) implements Condition {

    /// What ends a silence.
    public enum Since {
        /// A new best clean value: the days since the end of the period that the best one speaks
        /// of.
        RECORD,
        /// Anything that the source states which stands first, also a correction: the days since it
        /// was stated.
        STATEMENT
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SILENCE;
    }

    @Override
    public String unit(String indicator) {
        return "d";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        return switch (since) {
            case RECORD -> sinceRecord(rule, held);
            case STATEMENT -> sinceStatement(rule, held);
        };
    }

    private static Measured sinceRecord(Rule rule, Holdings held) {
        return held.standing(rule.watched(), SeriesReading.CLEAN)
                .best()
                .<Measured>map(it ->
                        Elapsed.days(
                                rule, startOf(it), held.now(), List.of(it.row()), it.recordedAt()))
                .orElseGet(() -> new Measured.Nothing("there is no best value"));
    }

    /// A day is over when it begins to count; of longer periods the whole.
    private static Instant startOf(Result it) {
        return it.observedOn().end().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Of several sources the one that the catalogue ranks first among those that ever said
    /// anything: that somebody quotes it is no word from it.
    private static Measured sinceStatement(Rule rule, Holdings held) {
        Indicator indicator = held.indicator(rule.watched());
        Comparator<Statement> firstSourceLast =
                Comparator.comparingInt((Statement it) -> indicator.rankOf(it.key().source()))
                        .reversed();
        Optional<Statement> newest =
                held.histories(rule.watched()).stream()
                        .flatMap(it -> it.statements().stream())
                        .max(firstSourceLast.thenComparing(Statement::statedAt));
        return newest.<Measured>map(it ->
                        Elapsed.days(
                                rule, it.statedAt(), held.now(), List.of(it.id()), it.recordedAt()))
                .orElseGet(() -> new Measured.Nothing("nothing was ever stated"));
    }
}
