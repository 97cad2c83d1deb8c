package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Fixed;
import rubicon.model.stats.Mixture;
import rubicon.model.stats.Uniform;

class DistributionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// To the letter: the text is part of results, of which equal runs have equal bytes.
    @Test
    void aMixtureIsWrittenAsItsWeightsAndWhatTheyAreOf() throws Exception {
        var mixture =
                new Mixture(
                        List.of(
                                new Mixture.Part(3, new Fixed(2)),
                                new Mixture.Part(1, new Uniform(0, 1))));

        String written = JSON.writeValueAsString(Distributions.write(mixture));

        assertThat(written)
                .isEqualTo(
                        "{\"distribution\":\"mixture\",\"parts\":["
                                + "{\"weight\":0.75,"
                                + "\"of\":{\"distribution\":\"point\",\"value\":2.0}},"
                                + "{\"weight\":0.25,\"of\":"
                                + "{\"distribution\":\"uniform\",\"low\":0.0,\"high\":1.0}}]}");
        assertThat(Distributions.read(JSON.readTree(written))).isEqualTo(mixture);
    }
}
