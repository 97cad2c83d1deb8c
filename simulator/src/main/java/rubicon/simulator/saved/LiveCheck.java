package rubicon.simulator.saved;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import rubicon.simulator.calibration.Ledger;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

/// Asks the catalogue whether a scenario may publish what it would. What forecasts and indices say
/// is never read by one that publishes: it could be read from what it said itself.
@ApplicationScoped
class LiveCheck {
    /// The kind of indicators that scenarios publish.
    static final String PUBLISHED = "FORECAST";

    /// The kinds that are made of others.
    static final Set<String> MADE = Set.of(PUBLISHED, "INDEX");

    private final Ledger ledger;

    LiveCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Throws a [ProblemException] that names what is wrong, or says that the catalogue is away.
    void check(Definition definition) {
        Publish publish = definition.publish();
        if (publish == null) {
            return;
        }
        List<FieldProblem> problems = new ArrayList<>();
        definition
                .bindings()
                .forEach((parameter, reference) -> {
                    String indicator = reference.indicator();
                    if (indicator != null
                            && MADE.contains(kind("bindings." + parameter, indicator))) {
                        problems.add(
                                new FieldProblem(
                                        "bindings." + parameter,
                                        ("bindings.%s must be an indicator that is observed where the"
                                                        + " scenario publishes: %s is a forecast or an"
                                                        + " index")
                                                .formatted(parameter, indicator)));
                    }
                });
        if (!kind("publish.indicator", publish.indicator()).equals(PUBLISHED)) {
            problems.add(
                    new FieldProblem(
                            "publish.indicator",
                            "publish.indicator must be an indicator of the kind FORECAST, which"
                                    + " %s is not".formatted(publish.indicator())));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.refused(problems));
        }
    }

    private String kind(String field, String indicator) {
        return switch (ledger.kind(indicator)) {
            case Ledger.Answer.Told<String>(String kind) -> Objects.requireNonNullElse(kind, "");
            case Ledger.Answer.Unknown<String> _ ->
                    throw new ProblemException(
                            Problem.refused(
                                    List.of(
                                            new FieldProblem(
                                                    field,
                                                    "%s must be an indicator of the catalogue, and"
                                                                    .formatted(field)
                                                            + " %s is none"
                                                                    .formatted(indicator)))));
            case Ledger.Answer.Away<String>(String why) ->
                    throw new ProblemException(
                            Problem.of(
                                    503,
                                    "No catalogue",
                                    "whether %s can be used is not known now: the ledger %s"
                                            .formatted(indicator, why)));
        };
    }
}
