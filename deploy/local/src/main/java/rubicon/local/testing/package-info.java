/// PostgreSQL and Kafka for tests: once per test JVM, in a JVM of their own, gone when the tests
/// are. Nothing that the launcher needs belongs here.
@NullMarked
package rubicon.local.testing;

import org.jspecify.annotations.NullMarked;
