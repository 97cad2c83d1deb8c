package rubicon.ingest.source.mlebench;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.format.TableRow;
import rubicon.ingest.source.mlebench.KnownRows.Known;

/// Which run a row of the board is: agent, model and hours, as the board's newest form names them.
/// What a row does not say is empty.
///
/// @param date as the board writes it
record Entry(String agent, String llm, String hours, String date) {
    static final String AGENT = "Agent";
    static final String LLM = "LLM(s) used";
    static final String HOURS = "Running Time (hours)";
    static final String DATE = "Date";

    private static final Pattern FOOTNOTE = Pattern.compile("\\[?\\^[^\\]\\s]{1,20}]?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static Entry of(TableRow row, KnownRows known) {
        Entry printed =
                new Entry(
                        plain(row.text(AGENT)),
                        plain(row.text(LLM)),
                        plain(row.text(HOURS)),
                        plain(row.text(DATE)));
        String name = printed.llm.isEmpty() ? printed.agent : printed.key();
        return known.row(name).map(printed::as).orElse(printed);
    }

    /// A cell without footnote marks and runs of blanks.
    static String plain(String cell) {
        return SPACE.matcher(FOOTNOTE.matcher(cell).replaceAll("")).replaceAll(" ").strip();
    }

    /// The row's key: the same agent and model run for other hours is another row.
    String key() {
        return String.join("|", agent, llm, hours);
    }

    private Entry as(Known later) {
        return new Entry(
                later.agent() == null ? agent : later.agent(),
                llm.isEmpty() ? orEmpty(later.llm()) : llm,
                hours.isEmpty() ? orEmpty(later.hours()) : hours,
                date.isEmpty() ? orEmpty(later.on()) : date);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
