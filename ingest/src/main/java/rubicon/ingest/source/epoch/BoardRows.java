package rubicon.ingest.source.epoch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// The rows of one [HubBoard]. A row without a result is passed over; one without a model (an agent
/// of several) is refused, for it has no subject.
record BoardRows(
        Connector connector,
        HubBoard board,
        Aliases names,
        ModelVersions versions,
        BoardDates dates) {
    private static final String MODEL = "Model version";
    private static final double METR_LEVEL = 0.95;

    /// A column that only WeirdML's first version has, which is another test.
    private static final String FIRST_WEIRDML = "Shapes easy";

    void read(Fetched file, Mapping mapping) throws DriftException {
        Table table = Csv.read(file);
        if (board == HubBoard.WEIRDML && table.has(FIRST_WEIRDML)) {
            return;
        }
        for (TableRow row : table.needs("id", MODEL, board.valueColumn()).rows()) {
            String path = "%s.%d".formatted(board.file(), row.number());
            mapping.row(row.text("id"), path, () -> read(file, row, mapping));
        }
    }

    private void read(Fetched file, TableRow row, Mapping mapping) throws RowFault {
        String id = row.needed("id");
        String column = board.valueColumn();
        if (Cells.isNothing(row.text(column))) {
            return;
        }
        String model = row.needed(MODEL);
        Report report =
                Report.of(connector, file, EpochBenchmarkingHub.LICENCE, board.indicator(), id)
                        .scaffold(text(row, board.scaffoldColumn()).orElse(null))
                        .model(model, names)
                        .releasedOn(versions.release(model).orElse(null))
                        .observedOn(observedOn(file, row, model))
                        .evaluator(board.evaluator())
                        .evidence(
                                EpochBenchmarkingHub.link(row.text("Source link"))
                                        .orElse(EpochBenchmarkingHub.PAGE));
        if (board == HubBoard.METR) {
            horizon(row, report);
        } else {
            share(row, report);
        }
        mapping.add(report);
    }

    /// Null where nobody knows in which copy the row stood first: the day of this one would move
    /// with each that follows.
    private @Nullable LocalDate observedOn(Fetched file, TableRow row, String model)
            throws RowFault {
        return switch (board.dated()) {
            case BY_RELEASE -> released(row, model);
            case BY_COPY -> {
                LocalDate copied = file.statedAt().atZone(ZoneOffset.UTC).toLocalDate();
                yield dates.first(row.text("id")).filter(it -> !it.isAfter(copied)).orElse(null);
            }
        };
    }

    /// METR's copy once had the date in its own column.
    private LocalDate released(TableRow row, String model) throws RowFault {
        Optional<LocalDate> own = row.day("Release date");
        return own.isPresent() ? own.get() : versions.neededRelease(model);
    }

    private void horizon(TableRow row, Report report) throws RowFault {
        double value = row.neededNumber(board.valueColumn());
        report.value(value, "min");
        OptionalDouble low = row.number("CI_low");
        OptionalDouble high = row.number("CI_high");
        if (low.isPresent() && high.isPresent()) {
            if (low.getAsDouble() > value || high.getAsDouble() < value) {
                throw new RowFault("CI_low", "and CI_high do not hold the value");
            }
            report.interval(low.getAsDouble(), high.getAsDouble(), METR_LEVEL, "BOOTSTRAP");
        }
    }

    private void share(TableRow row, Report report) throws RowFault {
        BigDecimal percent =
                Shares.percent(board.valueColumn(), row.text(board.valueColumn())).orElseThrow();
        report.value(percent.doubleValue(), "%");
        Optional<BigDecimal> error =
                Shares.percent("Accuracy SE", row.text("Accuracy SE"))
                        .filter(it -> it.signum() > 0);
        error.ifPresent(it ->
                report.interval(
                        Shares.below(percent, it),
                        Shares.above(percent, it),
                        null,
                        "STANDARD_ERROR"));
        OptionalDouble cost =
                Cells.number("Cost per run", row.text("Cost per run").replace("$", ""));
        if (cost.isPresent()) {
            report.note(
                    "cost per run %s USD"
                            .formatted(
                                    BigDecimal.valueOf(cost.getAsDouble())
                                            .setScale(2, RoundingMode.HALF_UP)
                                            .toPlainString()));
        }
    }

    private static Optional<String> text(TableRow row, String column) {
        return Optional.of(row.text(column)).filter(it -> !it.isEmpty());
    }
}
