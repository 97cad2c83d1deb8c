package rubicon.simulator.ensemble;

import static rubicon.simulator.ensemble.ElementaryVectors.SPECIES;
import static rubicon.simulator.ensemble.ElementaryVectors.all;
import static rubicon.simulator.ensemble.ElementaryVectors.exp;
import static rubicon.simulator.ensemble.ElementaryVectors.log;

import jdk.incubator.vector.DoubleVector;

/// Some vectors of trajectories at once, all that lie in the nearest cache: step by step, and of a
/// step each function for all of them before the next, so that the processor has as many at work as
/// it can hold. Equal bits to the oracle. Not for several threads.
///
/// Each pass holds one function and is called through an interface that five implement. A larger
/// method, or one into which the compiler could inline all passes, it gives up half-way, and every
/// vector in what is left becomes an object.
///
/// @see "docs/adr/0021-vector-api-and-scalar-oracle.md"
public final class VectorStepper implements Stepper {
    private static final int TILE = Trajectories.PADDING;
    private static final int LANES = SPECIES.length();

    private final double[] ofCompute = new double[TILE];
    private final double[] ofLabour = new double[TILE];
    private final double[] exponents = new double[TILE];
    private final Pass[] passes = {
        this::computePowers, this::labourPowers, this::exponents, this::growth, this::labour
    };

    /// A part of a step, for the trajectories of a tile.
    @FunctionalInterface
    private interface Pass {
        void run(Trajectories all, int tile, double step);
    }

    @Override
    public void run(Trajectories all, int steps, double step) {
        for (int tile = 0; tile < all.size(); tile += TILE) {
            for (int n = 0; n < steps; n++) {
                for (Pass pass : passes) {
                    pass.run(all, tile, step);
                }
            }
        }
        all.check();
    }

    private void computePowers(Trajectories all, int tile, double step) {
        for (int i = 0; i < TILE; i += LANES) {
            exp(at(all.rho, tile + i).mul(at(all.compute, tile + i))).intoArray(ofCompute, i);
        }
    }

    private void labourPowers(Trajectories all, int tile, double step) {
        for (int i = 0; i < TILE; i += LANES) {
            exp(at(all.rho, tile + i).mul(at(all.labour, tile + i))).intoArray(ofLabour, i);
        }
    }

    private void exponents(Trajectories all, int tile, double step) {
        for (int i = 0; i < TILE; i += LANES) {
            var ofRest = at(all.rest, tile + i).mul(at(ofLabour, i));
            var input = log(at(all.share, tile + i).fma(at(ofCompute, i), ofRest));
            var dragged = at(all.drag, tile + i).mul(at(all.software, tile + i));
            input.fma(at(all.half, tile + i), dragged.neg()).intoArray(exponents, i);
        }
    }

    private void growth(Trajectories all, int tile, double step) {
        for (int i = 0; i < TILE; i += LANES) {
            at(all.pace, tile + i)
                    .mul(step)
                    .fma(exp(at(exponents, i)), at(all.software, tile + i))
                    .intoArray(all.software, tile + i);
            at(all.compute, tile + i).add(step / 2).intoArray(all.compute, tile + i);
        }
    }

    private void labour(Trajectories all, int tile, double step) {
        for (int i = 0; i < TILE; i += LANES) {
            all(step / 10)
                    .fma(exp(at(all.software, tile + i).mul(0.1)), at(all.labour, tile + i))
                    .intoArray(all.labour, tile + i);
        }
    }

    private static DoubleVector at(double[] numbers, int index) {
        return DoubleVector.fromArray(SPECIES, numbers, index);
    }
}
