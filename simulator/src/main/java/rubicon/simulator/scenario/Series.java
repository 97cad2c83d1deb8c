package rubicon.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One number that a run answers: an output, or an item of an output that is a list.
///
/// @param item from 0; -1 for an output that is one number
public record Series(Output output, int item) {

    /// The numbers of some outputs in their order, lists item by item.
    ///
    /// @param run of a run with the same parameters but for drawn ones; it tells how long lists are
    public static List<Series> of(List<Output> outputs, Map<String, Value> run) {
        List<Series> series = new ArrayList<>();
        for (Output output : outputs) {
            if (output.along().isEmpty()) {
                series.add(new Series(output, -1));
            } else if (run.get(output.name()) instanceof Value.Reals(var values)) {
                for (int i = 0; i < values.size(); i++) {
                    series.add(new Series(output, i));
                }
            }
        }
        return series;
    }

    /// Whether it is an output by itself.
    public boolean isScalar() {
        return item < 0;
    }
}
