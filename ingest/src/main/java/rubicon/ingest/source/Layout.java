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
        MARKDOWN,
        ZIP
    }

    /// One file: the source's address itself.
    record Single(Format format) implements Layout {}

    /// Several files of fixed names; the source's address is their folder.
    record Named(List<Part> parts) implements Layout {
        public Named {
            parts = List.copyOf(parts);
        }
    }

    /// Every file whose name ends so, in a folder that somebody drops files into; where the address
    /// is no folder, that one file. Folders are read over `file:` only: the web lists none.
    record Folder(Format format, List<String> endings) implements Layout {
        public Folder {
            endings = List.copyOf(endings);
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
