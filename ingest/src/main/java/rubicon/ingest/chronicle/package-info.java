/// The chronicle: what milestones, policy thresholds and people's forecasts were told, by whom and
/// when, only appended to. Values of indicators belong to `ledger`; who may tell and how, to
/// `intake` and `release`.
///
/// @see "docs/adr/0009-one-chronicle.md"
@NullMarked
package rubicon.ingest.chronicle;

import org.jspecify.annotations.NullMarked;
