package rubicon.ingest.source.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.SafeYaml;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Days;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// The list of problems, each with its state: its own count, dated by the newest change of a state.
final class ProblemList {
    static final String FILE = "problems.yaml";

    private static final String STATUS = "status";
    private static final String STATE = "state";
    private static final String LAST_UPDATE = "last_update";
    private static final String IN_LEAN = " (Lean)";
    private static final Set<String> SOLVED =
            Set.of("proved", "disproved", "solved", "independent");
    private static final Set<String> UNSOLVED =
            Set.of(
                    "open",
                    "falsifiable",
                    "verifiable",
                    "decidable",
                    "not provable",
                    "not disprovable");

    /// Months and days are written with one digit or two.
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT);

    private ProblemList() {}

    /// Counts the list; empty where the state of an entry cannot be read, because then the count is
    /// not known.
    ///
    /// @param mapping gets the entries that cannot be read
    static Optional<Month> count(Fetched file, Mapping mapping) throws DriftException {
        JsonNode problems = SafeYaml.readList(file);
        Count count = new Count();
        int number = 0;
        for (JsonNode problem : problems) {
            number++;
            String key = JsonTree.text(problem, "number").orElse(String.valueOf(number));
            mapping.row(key, "problems." + number, () -> count.add(problem));
        }
        if (count.newest.equals(LocalDate.MIN)) {
            throw new DriftException(
                    "no problem has the field '%s' with '%s' and '%s'"
                            .formatted(STATUS, STATE, LAST_UPDATE));
        }
        return count.listed == number
                ? Optional.of(new Month(count.newest, count.solved, count.listed, FILE))
                : Optional.empty();
    }

    private static final class Count {
        private long listed;
        private long solved;
        private LocalDate newest = LocalDate.MIN;

        void add(JsonNode problem) throws RowFault {
            JsonNode status = problem.path(STATUS);
            String state = JsonTree.neededText(status, STATE);
            String plain =
                    state.endsWith(IN_LEAN)
                            ? state.substring(0, state.length() - IN_LEAN.length())
                            : state;
            if (!SOLVED.contains(plain) && !UNSOLVED.contains(plain)) {
                throw new RowFault(
                        STATUS + "." + STATE,
                        "'%s' is none known here".formatted(Cells.shortened(state)));
            }
            listed++;
            solved += SOLVED.contains(plain) ? 1 : 0;
            // A day that cannot be read is told, and costs the count nothing.
            LocalDate day = Days.in(DAY, LAST_UPDATE, JsonTree.neededText(status, LAST_UPDATE));
            newest = day.isAfter(newest) ? day : newest;
        }
    }
}
