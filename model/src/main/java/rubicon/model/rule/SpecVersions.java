package rubicon.model.rule;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.Subject;

/// Whether a value can be compared with those before it. What a scenario publishes names the
/// version of its mathematics; another version moves the value without any news of the world.
///
/// @see "docs/adr/0019-live-calibration-and-published-projections.md"
public final class SpecVersions {
    private SpecVersions() {}

    /// Whether what a rule reads now follows from another version rather than from the world: the
    /// statement is the first of its version, or the rule reads several values and they, or those
    /// that it read before, are of two.
    ///
    /// @param measured by the rule, after the statement
    /// @param statement that moved what stands; values without a version, and those of an indicator
    ///   that is no forecast, are always comparable
    public static boolean isAnother(
            Rule rule, Measured measured, Holdings held, Statement statement) {
        boolean isPlain =
                statement.content() instanceof Reported(Observation it)
                        && !it.tags().containsKey(Observation.SPEC_VERSION);
        boolean isRetracted = !(statement.content() instanceof Reported);
        if (isPlain || (isRetracted && !readsSeveral(rule.condition()))) {
            return false;
        }
        IndicatorId indicator = statement.key().indicator();
        // A scenario publishes forecasts alone; all histories of a ledger are too dear to look.
        if (held.indicator(indicator).kind() != Kind.FORECAST) {
            return false;
        }
        List<Statement> all =
                held.histories(indicator).stream()
                        .flatMap(it -> it.statements().stream())
                        .filter(it -> it.content() instanceof Reported)
                        .toList();
        return isFirst(statement, all)
                || (rule.condition() instanceof ChangeCondition && isOfTwo(rows(measured), all))
                || (rule.condition() instanceof LatestCondition run
                        && run.consecutive() > 1
                        && isFirstRun(rule, run, measured, held, all));
    }

    private static boolean readsSeveral(Condition condition) {
        return condition instanceof ChangeCondition
                || (condition instanceof LatestCondition it && it.consecutive() > 1);
    }

    private static boolean isFirst(Statement statement, List<Statement> all) {
        if (!(statement.content() instanceof Reported(Observation said))) {
            return false;
        }
        Optional<Statement> before =
                all.stream()
                        .filter(it -> Statement.ORDER.compare(it, statement) < 0)
                        .filter(it -> line(it).equals(Line.of(said)))
                        .max(Statement.ORDER);
        return before.filter(it -> !version(it).equals(version(statement))).isPresent();
    }

    private static boolean isOfTwo(Collection<String> rows, List<Statement> all) {
        return all.stream()
                        .filter(it -> rows.contains(it.id()))
                        .map(SpecVersions::version)
                        .distinct()
                        .count()
                > 1;
    }

    /// Whether there was no run of so many dates before in the same version: this one, or the date
    /// before it, has a value of another. Then it has nothing to be compared with, and what it
    /// breaches was breached by the first value of the version, or is so by values of both.
    private static boolean isFirstRun(
            Rule rule,
            LatestCondition condition,
            Measured measured,
            Holdings held,
            List<Statement> all) {
        Set<String> run = rows(measured);
        var further = new HashSet<>(run);
        further.addAll(rows(condition.ofOneMore().measure(rule, held)));
        // An observation of the run may have been revised from one version to the other.
        Set<ObservationKey> revised =
                all.stream()
                        .filter(it -> run.contains(it.id()))
                        .map(Statement::key)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(it -> further.contains(it.id()) || revised.contains(it.key()))
                .collect(
                        Collectors.groupingBy(
                                SpecVersions::line,
                                Collectors.mapping(SpecVersions::version, Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(it -> it.size() > 1);
    }

    private static Set<String> rows(Measured measured) {
        return switch (measured) {
            case Measured.Value value -> Set.copyOf(value.rows());
            case Measured.Nothing _ -> Set.of();
        };
    }

    private static Line line(Statement statement) {
        return observation(statement).map(Line::of).findFirst().orElseThrow();
    }

    private static Optional<String> version(Statement statement) {
        return observation(statement)
                .flatMap(it -> Stream.ofNullable(it.tags().get(Observation.SPEC_VERSION)))
                .findFirst();
    }

    private static Stream<Observation> observation(Statement statement) {
        return statement.content() instanceof Reported(Observation it)
                ? Stream.of(it)
                : Stream.empty();
    }

    /// Whose values follow one another.
    private record Line(String source, Subject subject) {
        static Line of(Observation it) {
            return new Line(it.key().source(), it.subject());
        }
    }
}
