package rubicon.ingest.source.epoch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// Epoch AI's Capabilities Index. Each capture estimates the whole series anew, so it is a vintage:
/// it revises every row, and a model that it gives no score any more has none.
///
/// @see <a href="https://epoch.ai/benchmarks">Epoch AI, Capabilities Index</a>
public final class EpochCapabilitiesIndex implements FileConnector {
    private static final String INDICATOR = "epoch-capabilities-index";
    private static final String KEY = "Model version";
    private static final String SCORE = "ECI Score";
    private static final String RELEASE = "Release date";
    private static final String CONFIDENCE = "Confidence";

    /// A fit gives many digits, and writes the two models that fix its scale as `130.0` and
    /// `150.0`.
    private static final Pattern ROUND = Pattern.compile("\\d+");

    private static final Pattern OWN =
            Pattern.compile(
                    "https://(epoch\\.ai/|[a-z]+\\.githubusercontent\\.com/epoch-research/)");

    private final Aliases names = Aliases.of("epoch-models");

    @Override
    public String id() {
        return "epoch-capabilities-index";
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
        for (TableRow row : Csv.read(file).needs(KEY, SCORE, RELEASE).rows()) {
            mapping.row(
                    row.text(KEY), String.valueOf(row.number()), () -> read(file, row, mapping));
        }
        return mapping.mapped();
    }

    private void read(Fetched file, TableRow row, Mapping mapping) throws RowFault {
        String version = row.needed(KEY);
        OptionalDouble score = row.number(SCORE);
        if (score.isEmpty()) {
            mapping.retract(
                    file, INDICATOR, version, "WITHDRAWN", "this vintage gives it no score");
            return;
        }
        LocalDate released = row.neededDay(RELEASE);
        LocalDate vintage = file.statedAt().atZone(ZoneOffset.UTC).toLocalDate();
        Report report =
                Report.of(this, file, licence(file), INDICATOR, version)
                        .developer(text(row, "Organization").orElse(null))
                        .model(version, names)
                        .releasedOn(released)
                        .observedOn(released)
                        .value(score.getAsDouble(), "points")
                        .evaluator("THIRD_PARTY")
                        .evidence(EpochBenchmarkingHub.PAGE)
                        .tag("vintage", vintage.toString());
        doubt(row).ifPresent(why -> report.tag("handAdded", "true").disputed(why));
        mapping.add(report);
    }

    /// Why a score is not to be relied upon: somebody wrote it into a copy of the table.
    private static Optional<String> doubt(TableRow row) {
        String confidence = row.text(CONFIDENCE);
        boolean vouched = !confidence.isEmpty() && !confidence.equalsIgnoreCase("Unverified");
        return ROUND.matcher(row.text(SCORE)).matches() && !vouched
                ? Optional.of(
                        "added by hand to a copy, as a round score; no fit of the index gave it")
                : Optional.empty();
    }

    /// Epoch AI's, where the file comes from Epoch AI; a copy in another's hands states none.
    private static String licence(Fetched file) {
        return OWN.matcher(file.url()).lookingAt()
                ? EpochBenchmarkingHub.LICENCE
                : Fetched.NONE_STATED;
    }

    private static Optional<String> text(TableRow row, String column) {
        return Optional.of(row.text(column)).filter(it -> !it.isEmpty());
    }
}
