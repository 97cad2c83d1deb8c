/// The local house: the launcher behind `./rubicon up`, `status` and `down`. It starts PostgreSQL,
/// Kafka and the three services, watches them and takes them down again. What a service does, and
/// what Kubernetes does instead of this launcher, do not belong here.
@NullMarked
package rubicon.local;

import org.jspecify.annotations.NullMarked;
