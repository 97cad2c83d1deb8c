/// From a record on Kafka to an open page and to an alert: how long releases take.
@NullMarked
package rubicon.benchmarks.alert;

import org.jspecify.annotations.NullMarked;
