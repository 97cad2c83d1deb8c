/// The catalogue's files, read and checked at start. What an indicator is, is said in
/// `rubicon.model.catalogue`.
@NullMarked
package rubicon.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
