package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// A house whose services export traces to a collector.
class TracingIT {
    @Test
    void servicesAreToldOfTheCollectorAndReachIt() throws Exception {
        Manifests house = Manifests.rendered("everything");
        JsonNode common =
                house.ofKind("ConfigMap").stream()
                        .filter(it -> Manifests.name(it).startsWith("common-"))
                        .findFirst()
                        .orElseThrow();
        JsonNode policy = house.find("NetworkPolicy", "tracing").orElseThrow().path("spec");

        assertThat(common.at("/data/OTEL_EXPORTER_OTLP_ENDPOINT").asText())
                .isEqualTo("http://collector.monitoring:4317");
        assertThat(common.path("data").has("QUARKUS_HTTP_HOST")).as("beside the others").isTrue();
        assertThat(policy.at("/podSelector/matchExpressions/0/values"))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder("ingest", "simulator", "web-ui");
        assertThat(policy.path("policyTypes")).hasToString("[\"Egress\"]");
        assertThat(policy.path("egress")).hasSize(1);
        assertThat(policy.at("/egress/0/to"))
                .hasToString(
                        "[{\"namespaceSelector\":"
                                + "{\"matchLabels\":{\"rubicon/role\":\"monitoring\"}}}]");
        assertThat(policy.at("/egress/0/ports"))
                .map(it -> it.path("port").asInt())
                .containsExactly(4317, 4318);
    }

    @Test
    void aHouseThatMakesNoTracesHasNoWayToACollector() throws Exception {
        assertThat(Manifests.rendered("production").find("NetworkPolicy", "tracing")).isEmpty();
    }
}
