package rubicon.ingest.source.cards;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// In which month each model's card came.
final class CardMonths {
    private final Map<String, YearMonth> months = new HashMap<>();

    void add(Table table) {
        for (TableRow row : table.rows()) {
            try {
                months.putIfAbsent(row.text("model"), CardMonth.of(row));
            } catch (RowFault e) {
                // refused where the row itself is read
            }
        }
    }

    Optional<YearMonth> of(String model) {
        return Optional.ofNullable(months.get(model));
    }
}
