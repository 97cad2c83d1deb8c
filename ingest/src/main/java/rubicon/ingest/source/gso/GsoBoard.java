package rubicon.ingest.source.gso;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// The board of GSO: one attempt, as scored and, where the column is there (since 2025-11), after
/// removing reward hacking. A score that falls by that control is flagged among those as scored;
/// what is left of it is clean. The board has no keys and renames its models at nearly every
/// change, so a row is known by what its name means, scaffold, setting and effort.
public final class GsoBoard implements FileConnector {
    static final String ID = "gso-bench";

    private static final String LICENCE = "MIT; site none stated";
    private static final String ONE_ATTEMPT = "opt@1";
    private static final String EFFORTS = "(minimal|low|medium|high|xhigh|max)";

    /// After a hyphen in lower case alone: `Max` may end a model's own name.
    private static final Pattern WITH_EFFORT =
            Pattern.compile("(.{1,200}?)(?: ?\\((?i:%s)\\)|-%s)".formatted(EFFORTS, EFFORTS));

    private final Aliases names = Aliases.of("gso-models");

    /// A row's model as the board names it, without its effort.
    ///
    /// @param effort from a field of its own, from the name, or known of the name; empty if nobody
    ///   says
    private record Named(String model, String effort) {

        static Named of(JsonNode row, Aliases names) {
            String name = JsonTree.text(row, "name").orElse("");
            Optional<String> effort = JsonTree.text(row, "reasoning_effort");
            Matcher both = WITH_EFFORT.matcher(name);
            if (names.name(name).isEmpty() && both.matches()) {
                name = both.group(1);
                effort =
                        effort.or(() -> Optional.ofNullable(both.group(2)))
                                .or(() -> Optional.of(both.group(3)));
            }
            Optional<Aliases.Name> known = names.name(name);
            return new Named(
                    name,
                    effort.or(() -> known.map(Aliases.Name::effort))
                            .orElse("")
                            .toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        JsonNode board = JsonTree.read(file);
        JsonNode models = JsonTree.needed(board, "models");
        long tasks = board.path("metadata").path("total_tasks").asLong(0);
        Mapping mapping = new Mapping();
        int index = 0;
        for (JsonNode row : models) {
            String path = "models." + index++;
            mapping.row(key(row), path, () -> read(file, row, tasks, mapping));
        }
        return mapping.mapped();
    }

    private void read(Fetched file, JsonNode row, long tasks, Mapping mapping) throws RowFault {
        if (!JsonTree.neededText(row, "setting").toLowerCase(Locale.ROOT).equals(ONE_ATTEMPT)) {
            return;
        }
        double score = JsonTree.neededNumber(row, "score");
        Report any = report("gso-opt1-any", file, row, tasks).value(score, "%");
        OptionalDouble controlled = JsonTree.number(row, "score_hack_control");
        if (controlled.isPresent()) {
            double clean = controlled.getAsDouble();
            any.tag("hacking", String.valueOf(clean < score))
                    .tag("scoreWithoutHacking", String.valueOf(clean));
            mapping.add(report("gso-opt1-clean", file, row, tasks).value(clean, "%"));
        }
        mapping.add(any);
    }

    private Report report(String indicator, Fetched file, JsonNode row, long tasks)
            throws RowFault {
        JsonTree.neededText(row, "name");
        Named named = Named.of(row, names);
        Report report =
                Report.of(this, file, LICENCE, indicator, key(row))
                        .developer(JsonTree.text(row, "model_org").orElse(null))
                        .model(named.model(), names)
                        .scaffold(JsonTree.neededText(row, "scaffold"))
                        .observedOn(
                                Cells.day("date", JsonTree.neededText(row, "date"))
                                        .orElseThrow(() -> new RowFault("date", "is missing")))
                        .evaluator("THIRD_PARTY")
                        .evidence("https://gso-bench.github.io");
        if (!named.effort().isEmpty()) {
            report.tag("effort", named.effort()).note(named.effort() + " effort");
        }
        return tasks > 0 ? report.cases(tasks) : report;
    }

    private String key(JsonNode row) {
        Named named = Named.of(row, names);
        return String.join(
                "|",
                names.name(named.model()).map(Aliases.Name::model).orElse(named.model()),
                JsonTree.text(row, "scaffold").orElse(""),
                JsonTree.text(row, "setting").orElse(""),
                named.effort());
    }
}
