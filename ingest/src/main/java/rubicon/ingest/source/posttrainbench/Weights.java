package rubicon.ingest.source.posttrainbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// What each test counts for, as the site's `benchmarkWeights` has it.
///
/// @param byTest adding up to 1, or nothing can be averaged
record Weights(SortedMap<String, Double> byTest) {
    private static final double TOLERANCE = 1e-6;

    /// Lines that are drawn for comparison: the base models, and the developers' own work.
    private static final Pattern REFERENCE = Pattern.compile("(base-model|human)(-.*)?");

    /// A weighted average.
    ///
    /// @param fallbacks results that were not there, for which the base model's counts
    record Average(double value, int fallbacks) {}

    static Weights of(JsonNode weights) {
        SortedMap<String, Double> byTest = new TreeMap<>();
        for (Map.Entry<String, JsonNode> weight : weights.properties()) {
            if (weight.getValue().isNumber()) {
                byTest.put(weight.getKey(), weight.getValue().doubleValue());
            }
        }
        return new Weights(byTest);
    }

    static boolean isReference(String agent) {
        return REFERENCE.matcher(agent).matches();
    }

    /// The average of an agent's results, over the base models that it trained and all tests.
    Average average(JsonNode baseModels) throws RowFault {
        double whole = byTest.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(whole - 1) > TOLERANCE) {
            throw new RowFault("benchmarkWeights", "add up to " + whole);
        }
        double sum = 0;
        int fallbacks = 0;
        int models = 0;
        for (Map.Entry<String, JsonNode> model : baseModels.properties()) {
            if (!model.getValue().isObject()) {
                continue;
            }
            models++;
            for (Map.Entry<String, Double> test : byTest.entrySet()) {
                String path = model.getKey() + "." + test.getKey();
                JsonNode result = model.getValue().path(test.getKey());
                if (!result.path("value").isNumber()) {
                    throw new RowFault(path + ".value", "is missing or no number");
                }
                sum += test.getValue() * JsonTree.neededNumber(result, "value");
                if (result.path("fallbackType").isTextual()) {
                    fallbacks++;
                }
            }
        }
        if (models == 0) {
            throw new RowFault("value", "there is no base model");
        }
        return new Average(sum / models, fallbacks);
    }
}
