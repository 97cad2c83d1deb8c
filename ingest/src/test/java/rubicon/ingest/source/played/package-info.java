/// Real sources, played through a local HTTP server in the order of their revisions.
@NullMarked
package rubicon.ingest.source.played;

import org.jspecify.annotations.NullMarked;
