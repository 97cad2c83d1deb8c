package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// What a slider reaches over, and which value each of its places means.
///
/// A range that is wide beside the default is cut around it, so that a place is worth something;
/// the field beside the slider takes the rest of the range.
///
/// @param low, high the values at its ends
/// @param log whether places are equal steps of the logarithm
record SliderScale(double low, double high, boolean log, boolean whole) {
    /// Places from one end to the other at most.
    static final int PLACES = 1_000;

    private static final double WIDE = 40;
    private static final double REACH = 4;

    /// The slider of a number.
    ///
    /// @param value that it must reach, inside the range or not
    static SliderScale of(ParameterPayload parameter, double value) {
        double min = end(parameter.min(), -1e6);
        double max = end(parameter.max(), 1e6);
        double usual = end(parameter.defaultValue(), min);
        boolean whole = parameter.type().equals("WHOLE");
        boolean log = "LOG".equals(parameter.scale()) && min > 0;
        double low = min;
        double high = max;
        double size = Math.max(Math.abs(usual), whole ? 10 : 1);
        if (log) {
            // Three powers of ten to each side are enough to drag.
            low = Math.max(min, usual / 1_000);
            high = Math.min(max, usual * 1_000);
        } else if (max - min > WIDE * size) {
            low = Math.max(min, usual - REACH * size);
            high = Math.min(max, usual + REACH * size);
        }
        JsonNode prior = parameter.prior();
        if (prior != null && prior.path("low").isNumber() && prior.path("high").isNumber()) {
            low = Math.max(min, Math.min(low, prior.path("low").doubleValue()));
            high = Math.min(max, Math.max(high, prior.path("high").doubleValue()));
        }
        double inside = Math.clamp(value, min, max);
        return new SliderScale(Math.min(low, inside), Math.max(high, inside), log, whole);
    }

    /// Places from one end to the other: of a few whole numbers one each, so that every step of the
    /// arrow keys is one.
    int places() {
        return whole && !log && high - low >= 1 && high - low < PLACES
                ? (int) Math.rint(high - low)
                : PLACES;
    }

    /// Where a value stands, from 0 to [#places].
    int place(double value) {
        double inside = Math.clamp(value, low, high);
        double share =
                log ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
        return (int) Math.round(share * places());
    }

    /// The value of a place, with no more digits than a place is worth.
    double value(int place) {
        if (place <= 0 || place >= places()) {
            return place <= 0 ? low : high;
        }
        double share = (double) place / places();
        double value = log ? low * Math.pow(high / low, share) : low + (high - low) * share;
        if (whole) {
            return Math.rint(value);
        }
        if (log) {
            return Math.clamp(BigDecimal.valueOf(value).round(digits()).doubleValue(), low, high);
        }
        double step = Math.pow(10, Math.floor(Math.log10((high - low) / PLACES)));
        double rounded = Math.rint(value / step) * step;
        // The product of a step brings digits that nobody meant.
        return Math.clamp(
                BigDecimal.valueOf(rounded).round(new MathContext(9)).doubleValue(), low, high);
    }

    /// As few digits as tell a place from the next one.
    private MathContext digits() {
        double factor = Math.pow(high / low, 1.0 / PLACES) - 1;
        return new MathContext(Math.clamp((int) Math.ceil(1 - Math.log10(factor / 2)), 2, 9));
    }

    private static double end(@Nullable JsonNode node, double otherwise) {
        return node == null || !node.isNumber() ? otherwise : node.doubleValue();
    }
}
