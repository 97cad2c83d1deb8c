package rubicon.ingest.source.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.OptionalDouble;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.cards.CardMapping.Measure;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Surveys of a developer's staff: how much faster they say they are, and how many say that the
/// model could replace a junior. A survey without a number is no result.
record StaffSurveys(Connector connector, Aliases names, CardMapping meaning, Fetched file) {
    private static final String UPLIFT = "uplift-self-reported-anthropic";
    private static final String DROP_IN = "drop-in-share-anthropic";
    private static final double Z = 1.959963984540054;
    private static final double LEVEL = 0.95;
    private static final int DIGITS = 4;

    void read(Table table, Mapping mapping) {
        for (TableRow row : table.rows()) {
            String key = "%s %s".formatted(row.text("model"), row.text(CardMonth.COLUMN));
            String path = "surveys." + row.number();
            mapping.row(key, path, () -> uplift(key, row, mapping));
            mapping.row(key, path, () -> dropIn(key, row, mapping));
        }
    }

    private void uplift(String key, TableRow row, Mapping mapping) throws RowFault {
        OptionalDouble multiple = row.number("uplift_multiple");
        if (multiple.isEmpty()) {
            return;
        }
        double value = multiple.getAsDouble();
        String asked = row.text("uplift_measure");
        Measure measure = meaning.measures().get(asked);
        Report report =
                report(UPLIFT, key, row)
                        .value(value, "×")
                        .note(asked)
                        .tag("statistic", measure == null ? "UNKNOWN" : measure.statistic());
        if (measure != null) {
            report.qualifier(measure.qualifier());
        }
        OptionalDouble surveyed = row.number("n");
        if (measure != null && measure.answers() != null) {
            report.cases(measure.answers());
        } else if (surveyed.isPresent()) {
            report.cases(Math.round(surveyed.getAsDouble()));
        }
        OptionalDouble low = row.number("uplift_low");
        OptionalDouble high = row.number("uplift_high");
        if (low.isPresent() && high.isPresent()) {
            if (low.getAsDouble() > value || high.getAsDouble() < value) {
                throw new RowFault("uplift_low", "and uplift_high do not hold the value");
            }
            report.interval(low.getAsDouble(), high.getAsDouble(), null, "RANGE_OF_ANSWERS");
        }
        mapping.add(report);
    }

    private void dropIn(String key, TableRow row, Mapping mapping) throws RowFault {
        OptionalDouble yes = row.number("drop_in_yes");
        OptionalDouble asked = row.number("drop_in_n");
        if (yes.isEmpty() || asked.isEmpty()) {
            return;
        }
        double n = asked.getAsDouble();
        double share = yes.getAsDouble() / n;
        if (!(share >= 0 && share <= 1)) {
            throw new RowFault("drop_in_yes", "is no part of drop_in_n");
        }
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half =
                Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        mapping.add(
                report(DROP_IN, key, row)
                        .value(percent(share), "%")
                        .interval(
                                share == 0 ? 0.0 : percent(middle - half),
                                share == 1 ? 100.0 : percent(middle + half),
                                LEVEL,
                                "WILSON")
                        .cases(Math.round(n))
                        .note(row.text("drop_in_note")));
    }

    private Report report(String indicator, String key, TableRow row) throws RowFault {
        YearMonth month = CardMonth.of(row);
        String page = row.text("page");
        return Report.of(connector, file, AiRdSystemCards.LICENCE, indicator, key)
                .model(row.needed("model"), names)
                .observedIn(month.atDay(1), "MONTH")
                .publishedAt(CardMonth.known(month.atEndOfMonth(), file))
                .evaluator("FIRST_PARTY")
                .evidence(
                        page.isEmpty()
                                ? "%s system card".formatted(row.text("model"))
                                : "%s system card, page %s".formatted(row.text("model"), page));
    }

    private static double percent(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
