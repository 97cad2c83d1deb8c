/// The sources that the ingest service reads, and when.
@NullMarked
package rubicon.ui.source;

import org.jspecify.annotations.NullMarked;
