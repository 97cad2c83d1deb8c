package rubicon.benchmarks.ingest;

/// A record for a topic.
record Message(String key, String value) {}
