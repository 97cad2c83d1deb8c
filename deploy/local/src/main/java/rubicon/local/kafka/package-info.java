/// A real Kafka broker (KRaft, broker and controller in one) inside this JVM, with the topics of
/// the house. What travels on the topics does not belong here.
@NullMarked
package rubicon.local.kafka;

import org.jspecify.annotations.NullMarked;
