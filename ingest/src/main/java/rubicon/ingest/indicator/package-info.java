/// The state of each indicator, as it is stored, sent and answered.
@NullMarked
package rubicon.ingest.indicator;

import org.jspecify.annotations.NullMarked;
