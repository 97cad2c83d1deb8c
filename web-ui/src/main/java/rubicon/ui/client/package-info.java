/// The REST interface of the ingest service, seen from here. Answers are values, failures too; no
/// component is known here.
@NullMarked
package rubicon.ui.client;

import org.jspecify.annotations.NullMarked;
