package rubicon.ingest.source.epoch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// `model_versions.csv`: when each version was released.
record ModelVersions(Map<String, String> releases) {
    static final String FILE = "model_versions.csv";
    static final String RELEASE = "Version release date";

    ModelVersions {
        releases = Map.copyOf(releases);
    }

    static ModelVersions of(Fetched file) throws DriftException {
        Map<String, String> releases = new HashMap<>();
        for (TableRow row : Csv.read(file).needs("id", RELEASE).rows()) {
            releases.put(row.text("id"), row.text(RELEASE));
        }
        return new ModelVersions(releases);
    }

    /// When a version was released, if the table says so.
    Optional<LocalDate> release(String version) throws RowFault {
        return Cells.day(RELEASE, releases.getOrDefault(version, ""));
    }

    /// When a version was released.
    ///
    /// @throws RowFault if the table does not say so: a result without a date has no place in a
    ///   series
    LocalDate neededRelease(String version) throws RowFault {
        return release(version)
                .orElseThrow(() ->
                        new RowFault(
                                RELEASE,
                                "is missing for '%s'".formatted(Cells.shortened(version))));
    }
}
