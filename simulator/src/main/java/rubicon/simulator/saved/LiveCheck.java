package rubicon.simulator.saved;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.calibration.Ledger;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;

/// Asks the ledger whether what it holds fits where whole numbers are wanted, and its catalogue
/// whether a scenario may publish what it would. What forecasts and indices say is never read by
/// one that publishes: it could be read from what it said itself.
@ApplicationScoped
class LiveCheck {
    /// The kind of indicators that scenarios publish.
    static final String PUBLISHED = "FORECAST";

    /// The kinds that are made of others.
    static final Set<String> MADE = Set.of(PUBLISHED, "INDEX");

    private final Ledger ledger;
    private final Calibration calibration;
    private final Models models;

    LiveCheck(Ledger ledger, Calibration calibration, Models models) {
        this.ledger = ledger;
        this.calibration = calibration;
        this.models = models;
    }

    /// Throws a [ProblemException] that names what is wrong, or says that the catalogue is away.
    void check(Definition definition) {
        List<FieldProblem> problems = new ArrayList<>(notWhole(definition));
        Publish publish = definition.publish();
        if (publish == null) {
            refuse(problems);
            return;
        }
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
        refuse(problems);
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.refused(problems));
        }
    }

    /// What is no whole number now would be refused by each run. A ledger that is away says nothing
    /// here: then the run tells.
    private List<FieldProblem> notWhole(Definition definition) {
        List<FieldProblem> problems = new ArrayList<>();
        for (Parameter parameter : parameters(definition)) {
            Reference reference = definition.bindings().get(parameter.name());
            if (reference != null && parameter.domain() instanceof Domain.Whole) {
                calibration
                        .now(parameter.name(), reference)
                        .filter(it ->
                                !it.isWhole() && !(reference.drawn() && Calibration.isDrawn(it)))
                        .ifPresent(it ->
                                problems.add(
                                        new FieldProblem(
                                                "bindings." + parameter.name(),
                                                "bindings.%s must be %s, and %s of %s is %s"
                                                        .formatted(
                                                                parameter.name(),
                                                                parameter.domain().inWords(),
                                                                reference.field(),
                                                                reference.indicator(),
                                                                it.value()))));
            }
        }
        return problems;
    }

    private List<Parameter> parameters(Definition definition) {
        return models.find(definition.run().path("model").asText())
                .map(it -> it.description().parameters())
                .orElse(List.of());
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
