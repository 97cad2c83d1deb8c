/// Files that people hand in: checked whole, then published like everything else. A file with a bad
/// row publishes nothing.
@NullMarked
package rubicon.ingest.imports;

import org.jspecify.annotations.NullMarked;
