/// The launcher: starts, watches and stops the processes of one house on one machine. What
/// PostgreSQL and Kafka need is known in their own packages, what the services do is known to them.
@NullMarked
package rubicon.local.house;

import org.jspecify.annotations.NullMarked;
