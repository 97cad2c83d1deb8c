package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

/// Refuses runs that would reach their time limit long before their end. Only whether a run is
/// taken on depends on the machine, never what it finds.
@ApplicationScoped
class RunLimit {
    private static final List<String> NO_COST =
            List.of("samples", "seed", "sobolPairs", "timeLimit", "sampling", "thresholds");
    private static final int REMEMBERED = 200;

    private final double leeway;
    private final IntSupplier workers;
    private final ToDoubleFunction<Plan> cost;
    private final Map<JsonNode, Double> least = new LinkedHashMap<>();

    @Inject
    RunLimit(SimulationConfig config, WorkerGroup group) {
        this(config.leeway(), group::size, plan -> new RunCost(plan, System::nanoTime).least());
    }

    /// @param leeway how many times its time limit a run may be estimated at
    /// @param workers how many compute side by side
    /// @param cost seconds that a run of a plan takes
    RunLimit(double leeway, IntSupplier workers, ToDoubleFunction<Plan> cost) {
        this.leeway = leeway;
        this.workers = workers;
        this.cost = cost;
    }

    /// Checks what was asked for.
    ///
    /// @param first seconds of a run at the first try, which is more than it takes; if that is
    ///   little enough, nothing else is tried
    /// @throws ProblemException if it would last too long, with the most runs that are taken on
    void check(Request request, double first) {
        double allowed = leeway * seconds(request.timeLimit());
        long runs = request.runs();
        if (runs * first <= allowed) {
            return;
        }
        int sideBySide = workers.getAsInt();
        double one = least(request) / sideBySide;
        if (runs * one <= allowed) {
            return;
        }
        long most = twoDigits((long) (allowed / one));
        // Without the design it would be taken on.
        boolean isTheDesign = request.sobolPairs() > 0 && request.plan().samples() <= most;
        String field = isTheDesign ? "sobolPairs" : "samples";
        throw new ProblemException(
                Problem.refused(
                        List.of(
                                new FieldProblem(
                                        field,
                                        ("%s make %d runs, which would last about %s on %d workers,"
                                                        + " and timeLimit is %s: at most %d runs are taken"
                                                        + " on; ask for fewer, or for more time")
                                                .formatted(
                                                        field,
                                                        runs,
                                                        Duration.ofSeconds(Math.round(runs * one)),
                                                        sideBySide,
                                                        request.timeLimit(),
                                                        most)))));
    }

    /// Of equal models and choices the least that was found so far, so that who asks again for as
    /// many as were offered is not refused for a busier moment.
    private double least(Request request) {
        ObjectNode key = request.json().deepCopy();
        key.remove(NO_COST);
        double now = cost.applyAsDouble(request.plan());
        synchronized (least) {
            double known = Math.min(now, least.getOrDefault(key, now));
            least.put(key, known);
            if (least.size() > REMEMBERED) {
                least.remove(least.keySet().iterator().next());
            }
            return known;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /// Rounded down.
    private static long twoDigits(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return number / unit * unit;
    }
}
