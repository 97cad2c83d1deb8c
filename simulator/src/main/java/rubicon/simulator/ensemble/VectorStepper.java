package rubicon.simulator.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// As many trajectories at once as two vectors hold: two, for the steps of one wait for each other
/// and those of two do not. Sums and products are those of the oracle; exponentials and logarithms
/// are the JVM's for vectors, which differ from its scalar ones by a unit or two in the last place.
///
/// @see "docs/adr/0021-vector-api-and-scalar-oracle.md"
public final class VectorStepper implements Stepper {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void run(Trajectories all, int steps, double step) {
        for (int i = 0; i < all.share.length; i += 2 * LANES) {
            run(all, i, steps, step);
        }
    }

    private static void run(Trajectories all, int first, int steps, double step) {
        int second = first + LANES;
        var share1 = at(all.share, first);
        var share2 = at(all.share, second);
        var rest1 = share1.neg().add(1);
        var rest2 = share2.neg().add(1);
        var rho1 = at(all.rho, first);
        var rho2 = at(all.rho, second);
        var half1 = DoubleVector.broadcast(SPECIES, 0.5).div(rho1);
        var half2 = DoubleVector.broadcast(SPECIES, 0.5).div(rho2);
        var drag1 = at(all.drag, first);
        var drag2 = at(all.drag, second);
        var pace1 = at(all.pace, first).mul(step);
        var pace2 = at(all.pace, second).mul(step);
        var software1 = at(all.software, first);
        var software2 = at(all.software, second);
        var compute1 = at(all.compute, first);
        var compute2 = at(all.compute, second);
        var labour1 = at(all.labour, first);
        var labour2 = at(all.labour, second);
        for (int n = 0; n < steps; n++) {
            var input1 = input(share1, rest1, rho1, compute1, labour1);
            var input2 = input(share2, rest2, rho2, compute2, labour2);
            software1 = software1.add(growth(input1, half1, drag1, software1).mul(pace1));
            software2 = software2.add(growth(input2, half2, drag2, software2).mul(pace2));
            compute1 = compute1.add(step / 2);
            compute2 = compute2.add(step / 2);
            labour1 = labour1.add(software1.mul(0.1).lanewise(VectorOperators.EXP).mul(step / 10));
            labour2 = labour2.add(software2.mul(0.1).lanewise(VectorOperators.EXP).mul(step / 10));
        }
        software1.intoArray(all.software, first);
        software2.intoArray(all.software, second);
        compute1.intoArray(all.compute, first);
        compute2.intoArray(all.compute, second);
        labour1.intoArray(all.labour, first);
        labour2.intoArray(all.labour, second);
    }

    private static DoubleVector at(double[] numbers, int index) {
        return DoubleVector.fromArray(SPECIES, numbers, index);
    }

    private static DoubleVector input(
            DoubleVector share,
            DoubleVector rest,
            DoubleVector rho,
            DoubleVector compute,
            DoubleVector labour) {
        return share.mul(compute.mul(rho).lanewise(VectorOperators.EXP))
                .add(rest.mul(labour.mul(rho).lanewise(VectorOperators.EXP)));
    }

    private static DoubleVector growth(
            DoubleVector input, DoubleVector half, DoubleVector drag, DoubleVector software) {
        return input.lanewise(VectorOperators.LOG)
                .mul(half)
                .sub(drag.mul(software))
                .lanewise(VectorOperators.EXP);
    }
}
