package rubicon.simulator.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Elementary] for as many numbers as the processor takes at once.
final class ElementaryVectors {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS =
            VectorSpecies.of(long.class, SPECIES.vectorShape());

    private ElementaryVectors() {}

    static DoubleVector all(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    static DoubleVector exp(DoubleVector x) {
        var shifted = x.fma(all(Elementary.LOG2_E), all(Elementary.MAGIC));
        var n = shifted.sub(Elementary.MAGIC);
        var r = n.fma(all(-Elementary.LN_2_LOW), n.fma(all(-Elementary.LN_2_HIGH), x));
        var p = all(Elementary.E8).fma(r, all(Elementary.E7));
        p = p.fma(r, all(Elementary.E6));
        p = p.fma(r, all(Elementary.E5));
        p = p.fma(r, all(Elementary.E4));
        p = p.fma(r, all(Elementary.E3));
        p = p.fma(r, all(Elementary.E2));
        p = p.fma(r, all(Elementary.E1));
        p = p.fma(r, all(Elementary.E0));
        p = p.fma(r, all(1));
        p = p.fma(r, all(1));
        return p.reinterpretAsLongs()
                .add(
                        shifted.reinterpretAsLongs()
                                .lanewise(VectorOperators.LSHL, Elementary.MANTISSA_BITS))
                .reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        var bits = x.reinterpretAsLongs();
        var moved = bits.sub(LongVector.broadcast(LONGS, Elementary.ROOT_HALF));
        var n =
                moved.lanewise(VectorOperators.LSHR, Elementary.MANTISSA_BITS)
                        .add(Elementary.BIAS)
                        .and(Elementary.EXPONENT_MASK)
                        .or(Double.doubleToRawLongBits(Elementary.TWO_52))
                        .reinterpretAsDoubles()
                        .sub(Elementary.TWO_52 + Elementary.BIAS);
        var m = bits.sub(moved.and(Elementary.EXPONENT)).reinterpretAsDoubles();
        var s = m.sub(1).div(m.add(1));
        var z = s.mul(s);
        var p = all(Elementary.L5).fma(z, all(Elementary.L4));
        p = p.fma(z, all(Elementary.L3));
        p = p.fma(z, all(Elementary.L2));
        p = p.fma(z, all(Elementary.L1));
        p = p.fma(z, all(Elementary.L0));
        p = p.fma(z, all(2));
        return n.fma(all(Elementary.LN_2_HIGH), n.fma(all(Elementary.LN_2_LOW), p.mul(s)));
    }
}
