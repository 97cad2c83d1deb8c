/// Sources: where values are fetched, and the connectors that read each upstream's format. A
/// connector only maps; the sync publishes to Kafka, like any other producer, and asks what became
/// of it.
@NullMarked
package rubicon.ingest.source;

import org.jspecify.annotations.NullMarked;
