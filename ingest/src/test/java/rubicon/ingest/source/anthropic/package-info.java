@NullMarked
package rubicon.ingest.source.anthropic;

import org.jspecify.annotations.NullMarked;
