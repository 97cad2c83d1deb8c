package rubicon.model.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.LogUniform;
import rubicon.model.stats.Quantiles;
import rubicon.model.stats.SplitMix64;
import rubicon.model.stats.Triangular;

/// What all models share: streams, quantiles, distributions.
public final class CommonOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "common.splitMix64", CommonOperations::splitMix64,
                "common.quantile7",
                        in ->
                                Map.of(
                                        "quantiles",
                                        Quantiles.type7(in.numbers("data"), in.numbers("p"))),
                "common.lognormalCi", CommonOperations::logNormal,
                "common.triangularInverse",
                        in ->
                                Map.of(
                                        "x",
                                        draw(
                                                new Triangular(
                                                        in.number("lo"),
                                                        in.number("mode"),
                                                        in.number("hi")),
                                                in.numbers("u"))),
                "common.logUniform",
                        in ->
                                Map.of(
                                        "x",
                                        draw(
                                                new LogUniform(in.number("lo"), in.number("hi")),
                                                in.numbers("u"))));
    }

    private static Object splitMix64(Inputs in) {
        int n = (int) in.integer("n");
        var words = new SplitMix64(in.integer("seed"));
        var uniforms = new SplitMix64(in.integer("seed"));
        List<String> unsigned =
                IntStream.range(0, n)
                        .mapToObj(i -> Long.toUnsignedString(words.nextWord()))
                        .toList();
        return Map.of(
                "unsignedLongs",
                unsigned,
                "openUniforms",
                IntStream.range(0, n).mapToDouble(i -> uniforms.nextOpenUniform()).toArray());
    }

    private static Object logNormal(Inputs in) {
        var distribution =
                LogNormal.ofInterval(
                        in.number("lo"), in.number("hi"), in.number("z", LogNormal.Z_80));
        return Map.of(
                "mu", distribution.mu(),
                "sigma", distribution.sigma(),
                "median", distribution.quantile(0.5),
                "q", draw(distribution, in.numbers("p")));
    }

    private static double[] draw(Distribution distribution, double[] shares) {
        return Arrays.stream(shares).map(distribution::quantile).toArray();
    }
}
