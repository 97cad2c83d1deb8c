/// People's forecasts and goals: who expected what by when, and what came of it. Forecasts that are
/// computed from the ledger belong to `analysis`, what would follow from assumptions to the
/// simulator.
@NullMarked
package rubicon.model.forecast;

import org.jspecify.annotations.NullMarked;
