package rubicon.ingest.source;

import java.util.List;

/// The files of an upstream, as its connector knows them.
public sealed interface Layout {

    /// How a file is written. Readers are in `rubicon.ingest.source.format`.
    enum Format {
        CSV,
        TSV,
        JSON,
        JSON_LINES,
        YAML,
        MARKDOWN
    }

    /// One file: the source's address itself.
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
