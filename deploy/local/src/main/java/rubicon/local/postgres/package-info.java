/// A real PostgreSQL server as a child process: its binaries come from the class path, its data
/// stay in a folder. Tables, schemas and users of the services do not belong here; each service
/// brings its own.
@NullMarked
package rubicon.local.postgres;

import org.jspecify.annotations.NullMarked;
