package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Third layer: fields that nobody knows, which a server would drop in silence or refuse.
/// Kubernetes and Strimzi by their own classes; KEDA, the Prometheus operator and CloudNativePG by
/// their types.
class UnknownFieldsIT {
    private static final String CHECK = "fields.mjs";

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void classesKnowAllFieldsOfTheOverlays(String overlay) throws Exception {
        assertThat(
                        Manifests.renderedOrAsWritten(overlay).objects().stream()
                                .flatMap(UnknownFields::in))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void typesKnowAllFieldsOfTheOverlays(String overlay) throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.renderedOrAsWritten(overlay).file()))
                .isEmpty();
    }

    @Test
    void fieldsThatKubernetesOrStrimziDoNotKnowAreRefused() {
        assertThat(
                        Manifests.bad("fields.yaml").objects().stream()
                                .flatMap(UnknownFields::in)
                                .toList())
                .containsExactlyInAnyOrder(
                        "Deployment/bad.spec.replica is unknown",
                        "Deployment/bad.spec.template.spec.containers[].readinesProbe is unknown",
                        "KafkaTopic/bad.spec.replicaz is unknown");
    }

    @Test
    void fieldsThatOtherOperatorsDoNotKnowAreRefused() throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.bad("fields.yaml").file()))
                .anyMatch(it -> it.matches("Deployment/bad: .*readinesProbe.* does not exist.*"))
                .anyMatch(it -> it.matches("Cluster/bad: .*instancez.* does not exist.*"))
                .anyMatch(it -> it.matches("ScheduledBackup/bad: .*\"weekly\".*"))
                .anyMatch(it -> it.matches("ObjectStore/bad: .*destination.* does not exist.*"))
                .anyMatch(it -> it.matches("ScaledObject/bad: .*polling.* does not exist.*"))
                .anyMatch(it -> it.matches("ServiceMonitor/bad: .*endpoint.* does not exist.*"));
    }
}
