package rubicon.simulator.scenario;

import rubicon.model.stats.Distribution;

/// What a simulation draws in a place that nobody gave a distribution and that has no prior of its
/// own, such as a cell of a table.
///
/// @param min, max what is drawn beyond is put at that end
public record Belief(Slot slot, Distribution distribution, double min, double max) {}
