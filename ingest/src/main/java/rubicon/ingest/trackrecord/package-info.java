/// The forecasts that were made here, and how good they and people's were.
@NullMarked
package rubicon.ingest.trackrecord;

import org.jspecify.annotations.NullMarked;
