package rubicon.ingest.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.source.HandedIn;
import rubicon.ingest.source.RowReader;
import rubicon.ingest.source.Source;
import rubicon.ingest.source.Sources;

/// The forms in which a file may be handed in: the house's own, and that of every source whose
/// upstream is one file.
@ApplicationScoped
class ImportForms {
    private final Sources sources;

    ImportForms(Sources sources) {
        this.sources = sources;
    }

    /// How a file is read.
    ///
    /// @param format id of a connector
    /// @param source whose configuration it is read by; null where the rows name their sources
    record Form(String format, @Nullable String source) {}

    /// The form that is meant.
    ///
    /// @param source may be left out where only one has the format
    /// @throws ProblemException if there is none or more than one
    Form of(@Nullable String format, @Nullable String source) {
        if (format == null) {
            throw ProblemException.refused("format", "is missing");
        }
        if (sources.connector(format).orElse(null) instanceof RowReader) {
            if (source != null) {
                throw ProblemException.refused("source", "is what each row names by itself");
            }
            return new Form(format, null);
        }
        List<Source> having =
                sources.all().stream().filter(it -> it.connector().id().equals(format)).toList();
        if (having.isEmpty()) {
            throw ProblemException.refused(
                    "format",
                    "'%s' is neither csv nor jsonl nor that of a source".formatted(format));
        }
        List<Source> meant =
                having.stream().filter(it -> source == null || source.equals(it.id())).toList();
        if (meant.size() != 1) {
            throw ProblemException.refused(
                    "source",
                    "must be one of %s".formatted(having.stream().map(Source::id).toList()));
        }
        HandedIn.obstacle(meant.getFirst())
                .ifPresent(why -> {
                    throw ProblemException.refused("format", why);
                });
        return new Form(format, meant.getFirst().id());
    }
}
