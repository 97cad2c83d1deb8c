package rubicon.ingest.source.speedrun;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.DayOption;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// The log of an autoresearch run, `results.tsv`: the loss after each change that was kept, and the
/// share of all changes tried that were kept. The starting code is a row of its own, which says
/// `baseline` for its commit or, as autoresearch's instructions have it, in its description.
///
/// The log does not name itself and has no dates. The options `run` and `observedOn` do; without
/// `observedOn` a row keeps the day of its first reading, for a log grows while it is read.
///
/// @see <a href="https://github.com/karpathy/autoresearch">autoresearch</a>
public final class AutoresearchRuns implements Connector {
    private static final String LICENCE = "MIT";
    private static final String EVIDENCE = "https://github.com/karpathy/autoresearch";
    private static final String RUN = "run";
    private static final String PUBLIC_RUN = "exp/H100/mar8";
    private static final String SUBJECT = "autoresearch (logged night)";
    private static final String COMMIT = "commit";
    private static final String LOSS = "val_bpb";
    private static final String STATUS = "status";
    private static final String DESCRIPTION = "description";
    private static final String BASELINE = "baseline";
    private static final Pattern OPENING = Pattern.compile("(?i)baseline\\b");
    private static final String KEPT = "keep";
    private static final Set<String> NOT_KEPT = Set.of("discard", "crash");

    @Override
    public String id() {
        return "autoresearch-runs";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layout layout() {
        return new Layout.Single(Format.TSV);
    }

    @Override
    public boolean isUndated() {
        return true;
    }

    @Override
    public Set<String> options() {
        return Set.of(RUN, DayOption.NAME);
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Fetched file = delivery.only();
        Table table = Csv.readTabs(file).needs(COMMIT, LOSS, STATUS);
        @Nullable LocalDate day = DayOption.of(delivery).orElse(null);
        Mapping mapping = new Mapping();
        Tally tally = new Tally();
        Set<String> commits = new HashSet<>();
        for (TableRow row : table.rows()) {
            String commit = row.text(COMMIT);
            mapping.row(
                    commit,
                    "results." + row.number(),
                    () -> {
                        row.needed(COMMIT);
                        // What is discarded is often logged under the commit that was gone back to.
                        boolean isKept = row.text(STATUS).equals(KEPT);
                        if (isKept && !commits.add(commit)) {
                            throw new RowFault(COMMIT, "'%s' is there twice".formatted(commit));
                        }
                        tally.add(row);
                        double loss = loss(row);
                        if (isKept) {
                            mapping.add(kept(file, row, loss, day));
                        }
                    });
        }
        String run = delivery.options().getOrDefault(RUN, PUBLIC_RUN);
        if (tally.tried > 0 && tally.isWhole(table.rows().size())) {
            mapping.add(
                    report(file, "autoresearch-kept-share", run, day)
                            .model(SUBJECT)
                            .value(tally.share(), "share")
                            .cases(tally.tried)
                            .note("%d of %d".formatted(tally.kept, tally.tried)));
        }
        return mapping.mapped();
    }

    private Report kept(Fetched file, TableRow row, double loss, @Nullable LocalDate day) {
        Report report =
                report(file, "autoresearch-val-bpb", row.text(COMMIT), day)
                        .value(loss, "bits per byte")
                        .note(row.text(DESCRIPTION));
        return isBaseline(row) ? report.actor("HUMAN") : report.model(SUBJECT);
    }

    /// Whether a row is the starting code. The first run is to be that of the baseline, and its
    /// description may say more than the word.
    private static boolean isBaseline(TableRow row) {
        String description = row.text(DESCRIPTION).strip();
        return row.text(COMMIT).equals(BASELINE)
                || description.equalsIgnoreCase(BASELINE)
                || (row.number() == 1 && OPENING.matcher(description).lookingAt());
    }

    private Report report(
            Fetched file, String indicator, String externalId, @Nullable LocalDate day) {
        return Report.of(this, file, LICENCE, indicator, externalId)
                .observedOn(day)
                .evidence(EVIDENCE)
                .evaluator("OTHER");
    }

    /// A trial that crashed has no loss, and the log says 0.
    private static double loss(TableRow row) throws RowFault {
        double loss = row.neededNumber(LOSS);
        if (loss <= 0) {
            throw new RowFault(
                    LOSS,
                    "is %s, which is no loss (status '%s')"
                            .formatted(row.text(LOSS), row.text(STATUS)));
        }
        return loss;
    }

    /// Counts what was tried; the starting code is no trial.
    private static final class Tally {
        private int rows;
        private int tried;
        private int kept;

        void add(TableRow row) throws RowFault {
            String status = row.needed(STATUS);
            boolean isKept = status.equals(KEPT);
            if (!isKept && !NOT_KEPT.contains(status)) {
                throw new RowFault(
                        STATUS, "'%s' is none known here".formatted(Cells.shortened(status)));
            }
            rows++;
            if (!isBaseline(row)) {
                tried++;
                kept += isKept ? 1 : 0;
            }
        }

        /// Whether every row says what became of it.
        boolean isWhole(int all) {
            return rows == all;
        }

        double share() {
            return BigDecimal.valueOf(kept)
                    .divide(BigDecimal.valueOf(tried), new MathContext(4))
                    .doubleValue();
        }
    }
}
