/// What Anthropic tells of the automation of its own research.
@NullMarked
package rubicon.ingest.source.anthropic;

import org.jspecify.annotations.NullMarked;
