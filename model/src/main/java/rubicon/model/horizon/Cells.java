package rubicon.model.horizon;

import java.util.Arrays;
import java.util.Optional;

/// The runs of one agent, summed up by the length of their tasks, and the logistic fit to them. All
/// that the fit needs to know of the runs are the weights of success and failure at each length.
/// Mutable, so that a bootstrap refills it without making garbage; not safe for several threads.
final class Cells {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;

    private final double[] length;
    private final double[] success;
    private final double[] failure;
    private double intercept;
    private double coefficient;

    /// @param length log₂ minutes, all different
    Cells(double[] length) {
        this.length = length;
        this.success = new double[length.length];
        this.failure = new double[length.length];
    }

    void clear() {
        Arrays.fill(success, 0);
        Arrays.fill(failure, 0);
    }

    void add(int cell, double successWeight, double failureWeight) {
        success[cell] += successWeight;
        failure[cell] += failureWeight;
    }

    double successWeight() {
        return Arrays.stream(success).sum();
    }

    boolean hasBothOutcomes() {
        boolean succeeded = false;
        boolean failed = false;
        for (int i = 0; i < length.length; i++) {
            succeeded |= success[i] > 0;
            failed |= failure[i] > 0;
        }
        return succeeded && failed;
    }

    /// Where the next fit starts from.
    void startAt(double newIntercept, double newCoefficient) {
        intercept = newIntercept;
        coefficient = newCoefficient;
    }

    Optional<LogisticCurve> fit(double regularization, double precision) {
        return converge(regularization, precision)
                ? Optional.of(new LogisticCurve(intercept, coefficient))
                : Optional.empty();
    }

    /// Newton's method with halved steps where a whole one would climb. Leaves the curve in
    /// `horizonMinutes`; false if there is no single best curve.
    boolean converge(double regularization, double precision) {
        double cost = cost(intercept, coefficient, regularization);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientA = 0;
            double gradientB = regularization * coefficient;
            double curvatureAa = 0;
            double curvatureAb = 0;
            double curvatureBb = regularization;
            for (int i = 0; i < length.length; i++) {
                double weight = success[i] + failure[i];
                double x = length[i];
                double e = Math.exp(-Math.abs(intercept + coefficient * x));
                double p = (intercept + coefficient * x >= 0 ? 1 : e) / (1 + e);
                double slope = p * weight - success[i];
                double curvature = weight * e / ((1 + e) * (1 + e));
                gradientA += slope;
                gradientB += slope * x;
                curvatureAa += curvature;
                curvatureAb += curvature * x;
                curvatureBb += curvature * x * x;
            }
            double determinant = curvatureAa * curvatureBb - curvatureAb * curvatureAb;
            double stepA = (curvatureBb * gradientA - curvatureAb * gradientB) / determinant;
            double stepB = (curvatureAa * gradientB - curvatureAb * gradientA) / determinant;
            if (!(Double.isFinite(stepA) && Double.isFinite(stepB))) {
                return false;
            }
            double share = 1;
            double next = cost(intercept - stepA, coefficient - stepB, regularization);
            // Close to the optimum costs differ by less than their rounding.
            double noise = 1e-14 * (1 + cost);
            for (int half = 0; next > cost + noise && half < MOST_HALVINGS; half++) {
                share /= 2;
                next = cost(intercept - share * stepA, coefficient - share * stepB, regularization);
            }
            intercept -= share * stepA;
            coefficient -= share * stepB;
            cost = next;
            double moved = share * Math.max(Math.abs(stepA), Math.abs(stepB));
            if (moved
                    <= precision
                            * Math.max(1, Math.max(Math.abs(intercept), Math.abs(coefficient)))) {
                return true;
            }
        }
        return false;
    }

    double horizonMinutes(double logit) {
        return Math.pow(2, (logit - intercept) / coefficient);
    }

    /// `Σ w·loss + (regularization/2)·b²`.
    double cost(double a, double b, double regularization) {
        double cost = regularization / 2 * b * b;
        for (int i = 0; i < length.length; i++) {
            double eta = a + b * length[i];
            double tail = Math.log(1 + Math.exp(-Math.abs(eta)));
            cost +=
                    eta >= 0
                            ? success[i] * tail + failure[i] * (tail + eta)
                            : success[i] * (tail - eta) + failure[i] * tail;
        }
        return cost;
    }
}
