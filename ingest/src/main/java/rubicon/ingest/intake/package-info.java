/// The door of the service for events: records from Kafka are read, checked, and handed on; what
/// can not be read goes to the dead letters. What a good event does is decided further in.
@NullMarked
package rubicon.ingest.intake;

import org.jspecify.annotations.NullMarked;
