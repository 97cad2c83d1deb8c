package rubicon.benchmarks.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// A table that a peer keeps the newest row of each key in, beside those of the house.
///
/// @param columns names with their types, in order
/// @param keys how many of them, from the first on, are the key
record PeerTable(String name, List<String> columns, int keys) {
    static final String SCHEMA = "benchmark";

    void make(Connection database) throws SQLException {
        Sql.execute(database, "create schema if not exists " + SCHEMA);
        Sql.execute(
                database,
                "create table %s (%s, primary key (%s))"
                        .formatted(name, String.join(", ", columns), names(0, keys)));
    }

    /// SQL that brings rows into it.
    ///
    /// @param rows what they are selected from
    String upsertFrom(String rows) {
        String changes =
                columns.stream()
                        .skip(keys)
                        .map(PeerTable::columnName)
                        .map(it -> it + " = excluded." + it)
                        .collect(Collectors.joining(", "));
        return "insert into %s select * from %s on conflict (%s) do update set %s"
                .formatted(name, rows, names(0, keys), changes);
    }

    private String names(int from, int to) {
        return columns.subList(from, to).stream()
                .map(PeerTable::columnName)
                .collect(Collectors.joining(", "));
    }

    private static String columnName(String column) {
        return column.substring(0, column.indexOf(' '));
    }
}
