/// Observations written down in Rubicon's own form, such as the facts that it ships with.
@NullMarked
package rubicon.ingest.source.facts;

import org.jspecify.annotations.NullMarked;
