/// Formats in which evaluation tools write their results. They name benchmarks and metrics of any
/// kind; which of them is which indicator is said by the source's options and never guessed.
@NullMarked
package rubicon.ingest.source.evaltool;

import org.jspecify.annotations.NullMarked;
