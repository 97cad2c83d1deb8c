package rubicon.ingest.catalogue;

/// Where a catalogue entry was written: in the files that Rubicon carries, in a folder of one's
/// own, or over REST.
public enum Origin {
    BUILT_IN,
    FOLDER,
    REST
}
