package rubicon.ingest.source.cards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Anthropic's own capability index, printed in a card or read off its figure. Epoch AI's index
/// beside it is told in the note; it has its own source.
record OwnIndex(
        Connector connector, Aliases names, CardMapping meaning, CardMonths months, Fetched file) {
    private static final String INDICATOR = "anthropic-eci";

    void read(Table table, Mapping mapping) {
        for (TableRow row : table.rows()) {
            mapping.row(row.text("model"), "index." + row.number(), () -> read(row, mapping));
        }
    }

    private void read(TableRow row, Mapping mapping) throws RowFault {
        OptionalDouble score = row.number("aeci");
        if (score.isEmpty()) {
            return;
        }
        String model = row.needed("model");
        Report report =
                Report.of(connector, file, AiRdSystemCards.LICENCE, INDICATOR, model)
                        .model(model, names)
                        .value(score.getAsDouble(), "points")
                        .evaluator("FIRST_PARTY")
                        .note(note(row));
        if (!row.text("source_file").isEmpty()) {
            report.evidence("%s, page %s".formatted(row.text("source_file"), row.text("page")));
        }
        LocalDate day = meaning.releases().get(model);
        Optional<YearMonth> month = months.of(model);
        if (day != null) {
            report.observedOn(day);
        } else if (month.isPresent()) {
            report.observedIn(month.get().atDay(1), "MONTH");
        } else {
            throw new RowFault("model", "'%s' has no card and no day of release".formatted(model));
        }
        mapping.add(report);
    }

    private static String note(TableRow row) {
        String read = row.text("aeci_source");
        String open = row.text("eci_public");
        return open.isEmpty() ? read : "%s; public index %s".formatted(read, open);
    }
}
