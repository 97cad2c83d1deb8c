package rubicon.ingest.source.discovery;

import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;

/// One of the files of the discovery ledgers, with what its observations have in common.
///
/// @param file that is read
/// @param systems names of AI systems
/// @param mapping gets what is read
record Ledger(Connector connector, Fetched file, Aliases systems, Mapping mapping) {
    private static final String LICENCE = Fetched.NONE_STATED;
    private static final String EVIDENCE = "https://github.com/tecunningham/ai-discovery-data";

    /// Reads the rows of a file.
    ///
    /// @see Mapping#file
    @FunctionalInterface
    interface Reading {
        void of(Ledger ledger) throws DriftException;
    }

    Report report(String indicator, String externalId) {
        return Report.of(connector, file, LICENCE, indicator, externalId)
                .evidence(EVIDENCE)
                .evaluator("OTHER");
    }
}
