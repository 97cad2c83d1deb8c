package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// Names that nobody resolved in what was handed in, for review beside those of the sources' own
/// readings: of each source, those of the last file in its format.
@ApplicationScoped
public class ImportedNames {
    private static final String PREFIX = "imports/";

    private final SourceRepository sources;

    ImportedNames(SourceRepository sources) {
        this.sources = sources;
    }

    /// Takes the place of the names of the file before.
    ///
    /// @param source whose format the file has
    /// @param at when it was handed in
    @Transactional
    public void found(String source, HandedIn file, Instant at) {
        sources.unresolved(PREFIX + source, file.unresolved(), at);
    }

    /// The source whose reading, or whose format, a list of names belongs to.
    static String sourceOf(String list) {
        return list.startsWith(PREFIX) ? list.substring(PREFIX.length()) : list;
    }
}
