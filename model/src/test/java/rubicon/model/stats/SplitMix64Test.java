package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Oracle of the words: SplitMix64 written in Python from its paper.
class SplitMix64Test {

    @Test
    void aSeedNamesItsWords() {
        var stream = new SplitMix64(42);
        assertThat(IntStream.range(0, 5).mapToObj(i -> Long.toUnsignedString(stream.nextWord())))
                .containsExactly(
                        "13679457532755275413",
                        "2949826092126892291",
                        "5139283748462763858",
                        "6349198060258255764",
                        "701532786141963250");
    }

    @Test
    void anOpenUniformNumberIsMadeOfOneWord() {
        var stream = new SplitMix64(1234567);
        assertThat(IntStream.range(0, 3).mapToDouble(i -> stream.nextOpenUniform()))
                .containsExactly(0.3500795420214082, 0.17364409667091268, 0.5322073040624193);
    }

    @Test
    void anIndexIsTheFloorOfTheNextNumberTimesN() {
        var stream = new SplitMix64(42);
        assertThat(IntStream.range(0, 5).map(i -> stream.nextIndex(10)))
                .containsExactly(7, 1, 2, 3, 0);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        var stream = new SplitMix64(7);
        double[] draws =
                IntStream.range(0, 100_000).mapToDouble(i -> stream.nextNormal()).toArray();
        double mean = NeumaierSum.mean(draws);
        double variance =
                NeumaierSum.mean(
                        IntStream.range(0, draws.length)
                                .mapToDouble(i -> draws[i] * draws[i])
                                .toArray());
        assertThat(Math.abs(mean)).isLessThan(0.01);
        assertThat(Math.abs(variance - 1)).isLessThan(0.015);
    }
}
