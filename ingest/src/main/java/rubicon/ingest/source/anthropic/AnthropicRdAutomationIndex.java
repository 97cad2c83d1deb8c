package rubicon.ingest.source.anthropic;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.OptionalDouble;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Monthly shares of Anthropic's model research by level of automation, read off its figure. Level
/// 4 counts as the figure prints it: where it prints none the table says 0, which is no
/// measurement. Level 3 is only digitised.
public final class AnthropicRdAutomationIndex implements FileConnector {
    private static final String LEVEL_3 = "anthropic-rd-al3-share";
    private static final String LEVEL_4 = "anthropic-rd-al4-share";
    private static final String EVIDENCE =
            "https://www.anthropic.com/institute/measuring-pace-of-ai-development";
    private static final double LEVEL = 0.9;

    @Override
    public String id() {
        return "anthropic-rd-automation-index";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        Mapping mapping = new Mapping();
        Table table = Csv.readWithRemarks(file).needs("month", "al4_pct");
        if (table.has("al2_plus")) {
            table.needs("al3_plus"); // at first there was only what is printed
        }
        for (TableRow row : table.rows()) {
            String month = row.text("month");
            mapping.row(month, month, () -> digitised(file, row, mapping));
            mapping.row(month, month, () -> printed(file, row, mapping));
        }
        return mapping.mapped();
    }

    private void digitised(Fetched file, TableRow row, Mapping mapping) throws RowFault {
        OptionalDouble share = row.number("al3_plus");
        if (share.isPresent() && share.getAsDouble() != 0) {
            mapping.add(
                    report(file, LEVEL_3, row)
                            .value(share.getAsDouble(), "%")
                            .note("read off the figure")
                            .tag("read", "DIGITISED"));
        }
    }

    private void printed(Fetched file, TableRow row, Mapping mapping) throws RowFault {
        OptionalDouble share = row.number("al4_pct");
        if (share.isEmpty() || share.getAsDouble() == 0 || row.text("printed").equals("0")) {
            return;
        }
        double value = share.getAsDouble();
        Report report = report(file, LEVEL_4, row).value(value, "%").tag("read", "PRINTED");
        OptionalDouble low = row.number("lo90");
        OptionalDouble high = row.number("hi90");
        if (low.isPresent() && high.isPresent()) {
            if (low.getAsDouble() > value || high.getAsDouble() < value) {
                throw new RowFault("lo90", "and hi90 do not hold the value");
            }
            report.interval(low.getAsDouble(), high.getAsDouble(), LEVEL, "MEASUREMENT_INTERVAL");
        }
        OptionalDouble check = row.number("al4_dig");
        if (check.isPresent()) {
            report.note("digitised from the same figure: " + row.text("al4_dig"));
        }
        mapping.add(report);
    }

    private Report report(Fetched file, String indicator, TableRow row) throws RowFault {
        String text = row.needed("month");
        try {
            return Report.of(this, file, Fetched.NONE_STATED, indicator, text)
                    .model("Claude")
                    .developer("Anthropic")
                    .observedIn(YearMonth.parse(text).atDay(1), "MONTH")
                    .evaluator("FIRST_PARTY")
                    .evidence(EVIDENCE);
        } catch (DateTimeException e) {
            throw new RowFault("month", "'%s' is no month".formatted(Cells.shortened(text)));
        }
    }
}
