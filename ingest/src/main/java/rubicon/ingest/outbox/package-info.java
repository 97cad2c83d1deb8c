/// What leaves the service: rows written in a transaction and sent to Kafka after it.
@NullMarked
package rubicon.ingest.outbox;

import org.jspecify.annotations.NullMarked;
