package rubicon.ingest.source;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/// The files of an upstream, as its connector knows them.
public sealed interface Layout {

    /// How a file is written. Readers are in `rubicon.ingest.source.format`.
    enum Format {
        CSV("csv"),
        TSV("tsv"),
        JSON("json"),
        JSONL("jsonl"),
        YAML("ya?ml"),
        MARKDOWN("md"),
        /// Inspect's logs: JSON, or a zip of JSON files.
        EVAL("eval|json");

        private final Pattern name;

        Format(String ending) {
            name = Pattern.compile("[^.].*\\.(%s)(\\.gz)?".formatted(ending), CASE_INSENSITIVE);
        }

        /// Whether a file of that name is written so, packed or not; a hidden one is not.
        boolean isOf(String fileName) {
            return name.matcher(fileName).matches();
        }
    }

    /// One file: the source's address itself; or all of that format in a local folder, if the
    /// address is one.
    record Single(Format format) implements Layout {}

    /// Several files of fixed names; the source's address is their folder.
    record Named(List<Part> parts) implements Layout {
        public Named {
            parts = List.copyOf(parts);
        }
    }

    /// A file of [Named].
    ///
    /// @param path relative to the folder
    /// @param needed whether nothing can be read without it
    record Part(String path, Format format, boolean needed) {}

    /// A file that must be there.
    static Part needed(String path, Format format) {
        return new Part(path, format, true);
    }

    /// A file that may be absent.
    static Part optional(String path, Format format) {
        return new Part(path, format, false);
    }
}
