package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.Topics;

/// The topics of a cluster are those that the services agree on.
class TopicsTest {
    /// What matters of a topic.
    record Layout(int partitions, Map<String, String> configuration) {
        static Layout of(JsonNode object) {
            JsonNode spec = object.path("spec");
            return new Layout(
                    spec.path("partitions").asInt(),
                    spec.path("config").properties().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, it -> it.getValue().asText())));
        }

        static Layout agreed(String topic) {
            Map<String, String> configuration = new HashMap<>();
            configuration.put("max.message.bytes", "" + Topics.largestMessage(topic));
            if (Topics.isCompacted(topic)) {
                configuration.put("cleanup.policy", "compact");
            } else {
                configuration.put("cleanup.policy", "delete");
                configuration.put(
                        "retention.ms",
                        "" + Duration.ofDays(Topics.retentionDays(topic)).toMillis());
            }
            return new Layout(Topics.PARTITIONS, configuration);
        }
    }

    @Test
    void everyTopicIsThereAsAgreed() throws IOException {
        List<JsonNode> topics =
                Manifests.files().stream()
                        .filter(it -> it.getFileName().toString().contains("-KafkaTopic-"))
                        .map(it -> Manifests.read(it).objects().getFirst())
                        .toList();

        assertThat(topics).map(Manifests::name).containsExactlyInAnyOrderElementsOf(Topics.all());
        assertThat(topics)
                .allSatisfy(it ->
                        assertThat(Layout.of(it))
                                .as(Manifests.name(it))
                                .isEqualTo(Layout.agreed(Manifests.name(it))));
    }

    @Test
    void aTopicThatForgetsTooEarlyIsFound() {
        JsonNode topic = Manifests.bad("topic.yaml").objects().getFirst();

        assertThat(Layout.of(topic)).isNotEqualTo(Layout.agreed(Topics.OBSERVATIONS));
    }
}
