package rubicon.ingest.computed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.computed.CheapestNearBest;
import rubicon.model.computed.CheapestNearBest.Cheapest;
import rubicon.model.computed.CheapestNearBest.Row;
import rubicon.model.computed.HumanGain;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservedOn;

/// What follows from the rows of public boards. Pure.
final class FromBoards {
    static final IndicatorId HUMAN_SHARE = new IndicatorId("posttrainbench-human-share");
    static final IndicatorId AGENTS = new IndicatorId("posttrainbench-avg");
    static final IndicatorId TASK_COST = new IndicatorId("swe-bench-bash-only-cost");
    static final IndicatorId BASH_ONLY = new IndicatorId("swe-bench-bash-only");

    private static final String BASH_ONLY_SOURCE = "swe-bench-leaderboards";
    private static final String BILL = "instanceCostUsd";
    private static final double NEAR = 1;

    private FromBoards() {}

    /// The share of the human gain, of each agent whose average stands.
    static List<Point> humanShares(Indicator average, Collection<History> histories) {
        return Result.standing(average, histories).stream().map(FromBoards::humanShare).toList();
    }

    private static Point humanShare(Result it) {
        return new Point(
                HUMAN_SHARE,
                it.key().source() + " " + it.key().externalId(),
                it.subject(),
                HumanGain.share(it.estimate()),
                it.qualifier(),
                it.observedOn(),
                it.knownAt(),
                "from the average of %s %%".formatted(it.value()));
    }

    /// The cost of a task with the cheapest system near the best, of each day on which the board of
    /// one scaffold for all got a row.
    static List<Point> taskCosts(Collection<History> histories) {
        List<Row> board = new ArrayList<>();
        histories.forEach(it -> row(it).ifPresent(board::add));
        return CheapestNearBest.byDay(board, NEAR).values().stream()
                .map(FromBoards::taskCost)
                .toList();
    }

    private static Point taskCost(Cheapest it) {
        return new Point(
                TASK_COST,
                it.day().toString(),
                it.system().subject(),
                Estimate.of(it.cost()),
                null,
                ObservedOn.day(it.day()),
                it.knownAt(),
                "solves %s %%; the best, %s, %s %%"
                        .formatted(
                                it.system().score(),
                                it.best().subject().displayName(),
                                it.best().score()));
    }

    private static Optional<Row> row(History history) {
        return history.current()
                .filter(it -> it.status() == Revision.Status.STANDING)
                .filter(it -> it.statement().key().source().equals(BASH_ONLY_SOURCE))
                .map(it -> row(it, billed(history, it)));
    }

    private static Row row(Revision standing, Statement billed) {
        Observation it = observation(standing.statement());
        return new Row(
                it.subject(),
                it.observedOn().date(),
                it.estimate().value(),
                bill(billed),
                KnowledgeTime.of(
                        billed.equals(standing.statement()) ? standing.number() : 2,
                        it,
                        billed.statedAt()));
    }

    /// The newest statement of what stands that tells a bill: bills came to the board after the
    /// scores, and a new one does not make a revision. What stands itself, where none does.
    private static Statement billed(History history, Revision standing) {
        return history.statements().reversed().stream()
                .takeWhile(it -> Statement.ORDER.compare(it, standing.statement()) >= 0)
                .filter(it -> bill(it) != null)
                .findFirst()
                .orElse(standing.statement());
    }

    private static @Nullable Double bill(Statement statement) {
        String told = observation(statement).tags().get(BILL);
        if (told == null) {
            return null;
        }
        try {
            double bill = Double.parseDouble(told);
            return bill > 0 && Double.isFinite(bill) ? bill : null;
        } catch (NumberFormatException _) {
            return null; // a tag is free text, and this one tells no bill
        }
    }

    private static Observation observation(Statement reported) {
        return ((Reported) reported.content()).observation();
    }
}
