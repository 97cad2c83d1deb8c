package rubicon.ingest.alert;

import java.util.List;
import java.util.Optional;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.rule.ConditionKind;
import rubicon.model.rule.Holdings;
import rubicon.model.rule.Measured;
import rubicon.model.rule.Rule;

/// Whether a value can be compared with those before it. What a scenario publishes names the
/// version of its mathematics; another version moves the value without any news of the world.
///
/// @see "docs/adr/0019-live-calibration-and-published-projections.md"
final class Mathematics {
    private Mathematics() {}

    /// Whether a statement is the first of its version, or the rule compares values of two
    /// versions.
    ///
    /// @param statement that moved what stands; values without a version are always comparable
    static boolean isAnother(Rule rule, Measured measured, Holdings held, Statement statement) {
        if (!(statement.content() instanceof Reported(Observation said))
                || !said.tags().containsKey(Observation.SPEC_VERSION)) {
            return false;
        }
        List<Statement> all =
                held.histories(said.key().indicator()).stream()
                        .flatMap(it -> it.statements().stream())
                        .filter(it -> it.content() instanceof Reported)
                        .toList();
        Optional<Statement> before =
                all.stream()
                        .filter(it -> Statement.ORDER.compare(it, statement) < 0)
                        .filter(it -> isOfTheSame(it, said))
                        .max(Statement.ORDER);
        return before.filter(it -> !version(it).equals(version(statement))).isPresent()
                || (rule.condition().kind() == ConditionKind.CHANGE && isOfTwo(measured, all));
    }

    private static boolean isOfTheSame(Statement statement, Observation said) {
        return statement.content() instanceof Reported(Observation it)
                && it.key().source().equals(said.key().source())
                && it.subject().equals(said.subject());
    }

    private static boolean isOfTwo(Measured measured, List<Statement> all) {
        return measured instanceof Measured.Value value
                && all.stream()
                                .filter(it -> value.rows().contains(it.id()))
                                .map(Mathematics::version)
                                .distinct()
                                .count()
                        > 1;
    }

    private static Optional<String> version(Statement statement) {
        return statement.content() instanceof Reported(Observation it)
                ? Optional.ofNullable(it.tags().get(Observation.SPEC_VERSION))
                : Optional.empty();
    }
}
