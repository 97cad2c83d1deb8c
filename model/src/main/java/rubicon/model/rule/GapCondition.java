package rubicon.model.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;

/// How far the rule's indicator lies from another one.
///
/// @param otherIndicator that is subtracted, or divided by
/// @param per whose values are compared
/// @param reading which values are asked, of both
public record GapCondition(
        Comparison op, IndicatorId otherIndicator, Measure measure, Per per, SeriesReading reading)
        implements Condition {

    /// Between clean values.
    public GapCondition(Comparison op, IndicatorId otherIndicator, Measure measure, Per per) {
        this(op, otherIndicator, measure, per, SeriesReading.CLEAN);
    }

    /// How the distance is measured.
    public enum Measure {
        /// This value minus the other.
        DIFFERENCE,
        /// This value divided by the other.
        RATIO
    }

    /// Whose values are compared.
    public enum Per {
        /// The best of each.
        FRONTIER,
        /// Both values of one subject; the subject counts whose lie farthest into the breach.
        SUBJECT
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.GAP;
    }

    @Override
    public Optional<IndicatorId> other() {
        return Optional.of(otherIndicator);
    }

    @Override
    public String unit(String indicator) {
        return measure == Measure.RATIO ? "×" : indicator;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        return switch (per) {
            case FRONTIER -> ofFrontiers(rule, held);
            case SUBJECT -> ofSubjects(rule, held);
        };
    }

    private Measured ofFrontiers(Rule rule, Holdings held) {
        var mine = held.standing(rule.watched(), reading).best();
        var theirs = held.standing(otherIndicator, reading).best();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return new Measured.Nothing("one of the two has no best value");
        }
        var gap = gap(mine.get(), theirs.get());
        return gap == null
                ? new Measured.Nothing("nothing is divided by 0")
                : Measured.of(gap, List.of(mine.get(), theirs.get()));
    }

    private Measured ofSubjects(Rule rule, Holdings held) {
        var theirs =
                held.standing(otherIndicator, reading).results().stream()
                        .collect(Collectors.groupingBy(Result::subjectKey));
        Measured farthest = new Measured.Nothing("no subject has a value of both");
        for (var one : held.standing(rule.watched(), reading).results()) {
            for (var other : theirs.getOrDefault(one.subjectKey(), List.of())) {
                var gap = gap(one, other);
                if (gap != null
                        && !(farthest instanceof Measured.Value best
                                && !op.isFarther(gap, best.value()))) {
                    farthest = Measured.of(gap, List.of(one, other));
                }
            }
        }
        return farthest;
    }

    private @Nullable Double gap(Result mine, Result theirs) {
        return switch (measure) {
            case DIFFERENCE -> (Double) (mine.value() - theirs.value());
            case RATIO -> theirs.value() == 0 ? null : (Double) (mine.value() / theirs.value());
        };
    }
}
