package rubicon.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/// What a backup says of itself: its entry `manifest.json`.
///
/// @param format of the file; what reads it refuses newer ones
/// @param rubicon version of the launcher that wrote it
/// @param createdAt the moment of the backup
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        int format,
        String rubicon,
        String createdAt,
        List<SchemaPart> schemas,
        List<TopicPart> topics) {
    static final int FORMAT = 1;

    Manifest {
        schemas = List.copyOf(schemas);
        topics = List.copyOf(topics);
    }

    /// The schema of one service.
    ///
    /// @param migrations that had made it, in their order
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SchemaPart(
            String name,
            List<Migration> migrations,
            List<TablePart> tables,
            List<SequencePart> sequences) {
        SchemaPart {
            migrations = List.copyOf(migrations);
            tables = List.copyOf(tables);
            sequences = List.copyOf(sequences);
        }
    }

    /// A migration, as Flyway knows it.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Migration(String version, int checksum) {}

    /// A table, as PostgreSQL's COPY writes it.
    ///
    /// @param file its entry in the backup
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TablePart(String name, List<String> columns, String file, long rows, String sha256) {
        TablePart {
            columns = List.copyOf(columns);
        }
    }

    /// Where a sequence stood.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SequencePart(String name, long lastValue, boolean called) {}

    /// Records of a topic that nobody had taken, one a line.
    ///
    /// @param file its entry in the backup
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TopicPart(String topic, String file, long records, String sha256) {}

    /// Rows of all tables.
    long rows() {
        return schemas.stream()
                .flatMap(it -> it.tables().stream())
                .mapToLong(TablePart::rows)
                .sum();
    }

    /// Records of all topics.
    long records() {
        return topics.stream().mapToLong(TopicPart::records).sum();
    }
}
