package rubicon.model.analysis;

import java.time.LocalDate;
import rubicon.model.catalogue.TrendWindow;

/// A line fitted to the frontier within the window that the catalogue declares.
///
/// @param points number of results that the line was fitted on
/// @param origin date at which `intercept` is read: the mean of the points' dates
/// @param intercept fitted value on `origin`, in the indicator's unit
/// @param r2 share of the variance of the logarithm that the line explains
public record Trend(
        Shape shape,
        TrendWindow window,
        DoublingTime doublingTime,
        int points,
        LocalDate origin,
        double intercept,
        double r2) {

    /// Form of the fitted curve.
    public enum Shape {
        EXPONENTIAL
    }
}
