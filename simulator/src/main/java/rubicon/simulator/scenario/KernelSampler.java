package rubicon.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Answers each run by those kernels of a model that the drawn numbers reach and whose results are
/// asked for; what the others answer stands from the start.
final class KernelSampler implements Sampler {
    private final Place[] places;
    private final Kernel[] kernels;
    private final Result[] results;
    private final Series[] series;

    private KernelSampler(Place[] places, Kernel[] kernels, Result[] results, Series[] series) {
        this.places = places;
        this.kernels = kernels;
        this.results = results;
        this.series = series;
    }

    static KernelSampler of(
            KernelModel model, Assignment base, List<Slot> drawn, List<Series> series) {
        Map<String, double[]> columns = Workspace.columns();
        List<Result> results = new ArrayList<>();
        List<Kernel> running = new ArrayList<>();
        for (Function<Workspace, Kernel> part : model.kernels(base)) {
            var workspace = new Workspace(base, columns);
            Kernel kernel = part.apply(workspace);
            if (workspace.results().stream().noneMatch(it -> isAsked(it, series))) {
                continue;
            }
            results.addAll(workspace.results());
            if (workspace.reads(drawn)) {
                running.add(kernel);
            } else {
                kernel.run();
            }
        }
        return new KernelSampler(
                drawn.stream().map(it -> Workspace.place(columns, it)).toArray(Place[]::new),
                running.toArray(Kernel[]::new),
                series.stream().map(it -> of(results, it)).toArray(Result[]::new),
                series.toArray(Series[]::new));
    }

    private static boolean isAsked(Result result, List<Series> series) {
        return series.stream().anyMatch(it -> result.is(it.output().name()));
    }

    private static Result of(List<Result> results, Series series) {
        String name = series.output().name();
        return results.stream()
                .filter(it -> it.is(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kernel answers " + name));
    }

    @Override
    public void run(double[] inputs, double[] outputs) {
        for (int slot = 0; slot < places.length; slot++) {
            places[slot].put(inputs[slot]);
        }
        for (Kernel kernel : kernels) {
            kernel.run();
        }
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = results[i].number(series[i]);
        }
    }

    @Override
    public void run(double[][] inputs, int first, int count, double[][] outputs) {
        for (int run = 0; run < count; run++) {
            for (int slot = 0; slot < places.length; slot++) {
                places[slot].put(inputs[slot][first + run]);
            }
            for (Kernel kernel : kernels) {
                kernel.run();
            }
            for (int i = 0; i < outputs.length; i++) {
                outputs[i][run] = results[i].number(series[i]);
            }
        }
    }
}
