package rubicon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void quantilesAreNearestRanks() {
        // Nearest rank: ceil(share * n), counted from 1.
        Latencies hundred =
                Latencies.of(DoubleStream.iterate(200, it -> it - 2).limit(100).boxed().toList());
        assertThat(hundred.median()).isEqualTo(100);
        assertThat(hundred.p99()).isEqualTo(198);
        assertThat(hundred.quantile(1)).isEqualTo(200);
        assertThat(Latencies.of(List.of(7.0)).median()).isEqualTo(7);
    }

    @Test
    void nothingMeasuredIsNoMeasurement() {
        assertThatThrownBy(() -> Latencies.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing was measured");
    }
}
