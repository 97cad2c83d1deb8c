package rubicon.ingest.source.swebench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
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

/// The public boards of SWE-bench, from `template/data.json` (2025-03) to `data/leaderboards.json`
/// with the details of every issue (since 2025-11). The boards Verified, Test and bash-only are
/// read; the others are not in the catalogue.
public final class SweBenchLeaderboards implements FileConnector {
    static final String ID = "swe-bench-leaderboards";

    private static final String LICENCE = "CC-BY-NC-4.0";
    private static final String MINI = "mini-SWE-agent";
    private static final Map<String, Board> BOARDS =
            Map.of(
                    "verified", new Board("swe-bench-verified-leaderboard", "OTHER"),
                    "test", new Board("swe-bench-full", "OTHER"),
                    "bash-only", new Board("swe-bench-bash-only", "THIRD_PARTY"));
    private static final Pattern BLANK = Pattern.compile("[ _]+");
    private static final Pattern MINI_VERSION = Pattern.compile("_mini-v(\\d+(?:\\.\\d+){0,3})");
    private static final Pattern ATTEMPTS = Pattern.compile("System: *Attempts *- *(\\S{1,20})");
    private static final Pattern ORGANISATION = Pattern.compile("Org: *(.{1,200})");

    private final Aliases names = Aliases.of("swe-bench-entries");

    /// Where a board leads.
    ///
    /// @param evaluator the board's makers run the bash-only board themselves; what the others show
    ///   is handed in
    private record Board(String indicator, String evaluator) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        JsonNode boards = JsonTree.needed(JsonTree.read(file), "leaderboards");
        Mapping mapping = new Mapping();
        int known = 0;
        for (JsonNode node : boards) {
            String name = JsonTree.text(node, "name").orElse("");
            Board board = BOARDS.get(BLANK.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT));
            if (board != null) {
                known++;
                read(file, board, name, JsonTree.needed(node, "results"), mapping);
            }
        }
        if (known == 0) {
            throw new DriftException(
                    "no board has the name 'Verified', 'Test' or 'bash-only' in the field 'name'");
        }
        return mapping.mapped();
    }

    private void read(Fetched file, Board board, String name, JsonNode results, Mapping mapping) {
        int index = 0;
        for (JsonNode entry : results) {
            String path = "leaderboards.%s.results.%d".formatted(name, index++);
            String folder = JsonTree.text(entry, "folder").orElse(path);
            mapping.row(
                    Folders.newest(folder), path, () -> mapping.add(report(file, board, entry)));
        }
    }

    private Report report(Fetched file, Board board, JsonNode entry) throws RowFault {
        String folder = JsonTree.neededText(entry, "folder");
        String name = JsonTree.neededText(entry, "name");
        String day = JsonTree.neededText(entry, "date");
        Report report =
                Report.of(this, file, LICENCE, board.indicator(), Folders.newest(folder))
                        .scaffold(folder.contains("_mini-v") ? MINI : null)
                        .model(names.name(folder).isPresent() ? folder : name, names)
                        .value(JsonTree.neededNumber(entry, "resolved"), "% resolved")
                        .observedOn(
                                Cells.day("date", day)
                                        .orElseThrow(() -> new RowFault("date", "is missing")))
                        .evaluator(board.evaluator())
                        .evidence("https://www.swebench.com")
                        .note("entry: " + name);
        tag(report, folder, entry);
        long details =
                entry.path("per_instance_details").valueStream().filter(JsonNode::isObject).count();
        return details == 0 ? report : report.cases(details);
    }

    private static void tag(Report report, String folder, JsonNode entry) throws RowFault {
        checked(entry).ifPresent(it -> report.tag("checked", it));
        if (entry.path("warning").asBoolean(false)) {
            report.tag("warning", "true");
        }
        for (JsonNode tag : entry.path("tags")) {
            matched(ATTEMPTS, tag).ifPresent(it -> report.tag("attempts", it));
            matched(ORGANISATION, tag).ifPresent(it -> report.tag("submitter", it));
        }
        Matcher version = MINI_VERSION.matcher(folder);
        JsonTree.text(entry, "mini-swe-agent_version")
                .or(() -> version.find() ? Optional.of(version.group(1)) : Optional.empty())
                .ifPresent(it -> report.tag("scaffoldVersion", it));
        // Nothing is free: 0 stands where the bill is not known.
        OptionalDouble cost = JsonTree.number(entry, "instance_cost");
        if (cost.isPresent() && cost.getAsDouble() > 0) {
            report.tag("instanceCostUsd", BigDecimal.valueOf(cost.getAsDouble()).toPlainString());
        }
    }

    /// Whether the board's makers checked the entry; they called it `verified` at first, and write
    /// `false (see ...)`, too.
    private static Optional<String> checked(JsonNode entry) {
        Optional<String> said = JsonTree.text(entry, entry.has("checked") ? "checked" : "verified");
        return said.map(it -> it.toLowerCase(Locale.ROOT).startsWith("true") ? "true" : "false");
    }

    private static Optional<String> matched(Pattern pattern, JsonNode tag) {
        Matcher matcher = pattern.matcher(tag.asText(""));
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
