/// What ingest refused, with its reason, and sending it again.
@NullMarked
package rubicon.ui.deadletter;

import org.jspecify.annotations.NullMarked;
