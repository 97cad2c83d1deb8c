/// Doubles that tests of this service share.
@NullMarked
package rubicon.ingest.testing;

import org.jspecify.annotations.NullMarked;
