package rubicon.ingest.imports;

/// What is wrong with a row.
///
/// @param row its number, counted from 1 without a header; 0 if it is the whole file
public record RowFaultPayload(long row, String field, String message) {}
