package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Second layer: types, required fields and patterns, by the schemas of Kubernetes, KEDA and the
/// Prometheus operator, by Strimzi's own classes, and by the types of CloudNativePG.
class TypesIT {
    private static final String CHECK = "types.mjs";

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void overlaysHaveTheRightTypes(String overlay) throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.renderedOrAsWritten(overlay).file()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void overlaysAreAsStrimziWantsThem(String overlay) throws Exception {
        assertThat(
                        Manifests.renderedOrAsWritten(overlay).objects().stream()
                                .filter(StrimziTypes::knows)
                                .flatMap(it -> StrimziTypes.faults(it).stream()))
                .isEmpty();
    }

    /// Of each kind of another operator that is used, a wrong type and a missing field are seen.
    @Test
    void everyKindOfAnotherOperatorIsHeldToItsTypes() throws Exception {
        Manifests bad = Manifests.bad("operators.yaml");
        List<String> faults =
                Stream.of(
                                bad.objects().stream()
                                        .filter(StrimziTypes::knows)
                                        .flatMap(it -> StrimziTypes.faults(it).stream()),
                                NodeChecks.findings(CHECK, bad.file()).stream(),
                                NodeChecks.findings("fields.mjs", bad.file()).stream())
                        .flatMap(it -> it)
                        .toList();
        Set<String> kinds = new TreeSet<>();
        Manifests.renderedOrAsWritten("everything").objects().stream()
                .filter(it -> Manifests.group(it).matches("(?!.*\\.k8s\\.io$).+\\..+"))
                .forEach(it -> kinds.add(it.path("kind").asText()));

        assertThat(kinds).hasSize(12);
        for (String kind : kinds) {
            assertThat(faults).as(kind).anyMatch(it -> it.startsWith(kind + "/wrong-type"));
            assertThat(faults).as(kind).anyMatch(it -> it.startsWith(kind + "/lacking"));
        }
    }

    @Test
    void whatStrimziRefusesIsNamedByPlace() {
        assertThat(
                        Manifests.bad("operators.yaml").objects().stream()
                                .filter(StrimziTypes::knows)
                                .filter(it -> Manifests.name(it).equals("lacking"))
                                .flatMap(it -> StrimziTypes.faults(it).stream()))
                .containsExactlyInAnyOrder(
                        "Kafka/lacking.spec.kafka lacks listeners",
                        "KafkaNodePool/lacking.spec lacks storage",
                        "KafkaTopic/lacking lacks spec",
                        "KafkaUser/lacking.spec.authorization.acls[0] lacks operations");
    }

    @Test
    void boundsPatternsAndWordsOfStrimziAreKept() {
        assertThat(
                        Manifests.bad("strimzi.yaml").objects().stream()
                                .flatMap(it -> StrimziTypes.faults(it).stream()))
                .containsExactlyInAnyOrder(
                        "Kafka/bad.spec.kafka.listeners[0].name is not ^[a-z0-9]{1,11}$: NOT ONE",
                        "Kafka/bad.spec.kafka.listeners[0].port is below 9092: 9000",
                        "Kafka/bad.spec.kafka.listeners[0].type is no such word: outward",
                        "KafkaTopic/bad.spec.partitions is below 1: 0",
                        "KafkaTopic/old is of kafka.strimzi.io/v1beta2, not of v1");
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
