package rubicon.benchmarks.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void everyReleaseIsANewBestOfItsIndicator() {
        Series series = new Series("s", 13);
        assertThat(series.indicators()).isEqualTo(3);
        List<Release> first =
                series.releases().stream().filter(it -> it.indicator().equals("s-000")).toList();
        assertThat(first.stream().map(Release::value)).containsExactly(10, 20, 30, 40, 50);
        assertThat(series.releases()).hasSize(13);
    }

    @Test
    void laterValueStandsForThoseBeforeIt() {
        Release second = new Release("s", 1, "s-000", 2);
        Sightings sightings = new Sightings();
        sightings.add("s-000", 10, 1);
        sightings.add("s-001", 40, 2);
        assertThat(sightings.firstSight(second)).isEmpty();
        assertThat(sightings.hasAll(List.of(second))).isFalse();
        sightings.add("s-000", 30, 7);
        sightings.add("s-000", 20, 9);
        assertThat(sightings.firstSight(second)).hasValue(7);
        assertThat(sightings.hasAll(List.of(second))).isTrue();
    }
}
