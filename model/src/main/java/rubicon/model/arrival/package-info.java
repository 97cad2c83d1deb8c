/// When something happens that has not happened yet: curves of probability by date, what silence
/// and evidence do to them, how opinions are joined, and how such forecasts are scored. What counts
/// as the event is told by whoever asks.
@NullMarked
package rubicon.model.arrival;

import org.jspecify.annotations.NullMarked;
