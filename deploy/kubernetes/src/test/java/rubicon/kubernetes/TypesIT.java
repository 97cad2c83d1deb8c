package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Second layer: types, required fields and patterns, by the schemas of Kubernetes, KEDA and the
/// Prometheus operator.
class TypesIT {
    private static final String CHECK = "types.mjs";

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void overlaysHaveTheRightTypes(String overlay) throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.renderedOrAsWritten(overlay).file()))
                .isEmpty();
    }

    @Test
    void wrongTypesAndMissingFieldsAreRefused() throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.bad("types.yaml").file()))
                .hasSize(5)
                .anyMatch(it -> it.matches("Deployment/bad: .*replicas must be integer.*"))
                .anyMatch(it -> it.matches("Deployment/bad: .*property selector.*"))
                .anyMatch(it -> it.matches("ScaledObject/bad: .*lagThreshold must be string.*"))
                .anyMatch(it -> it.startsWith("PrometheusRule/bad: "))
                .anyMatch(it -> it.startsWith("PodMonitor/bad: "))
                .contains("Gadget/bad: no schema for example.org/v1");
    }
}
