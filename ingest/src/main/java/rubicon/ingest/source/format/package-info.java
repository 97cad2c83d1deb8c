/// Readers of the forms that upstreams write in. Each keeps limits of its own, since somebody else
/// wrote what it reads, and says what is missing by its name.
@NullMarked
package rubicon.ingest.source.format;

import org.jspecify.annotations.NullMarked;
