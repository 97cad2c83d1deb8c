package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.wire.Topics;

/// Last layer: what this house asks of its own manifests.
class HouseRulesIT {
    private static final String[] SERVICES = {"ingest", "simulator", "web-ui"};

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void overlaysKeepTheHousesRules(String overlay) throws Exception {
        assertThat(HouseRules.faults(Manifests.rendered(overlay))).isEmpty();
    }

    @Test
    void carelessManifestsAreRefused() {
        assertThat(HouseRules.faults(Manifests.bad("house.yaml")))
                .containsExactlyInAnyOrder(
                        "Secret/bad holds a secret; refer to one that the cluster has",
                        "Deployment/bad has no label app.kubernetes.io/name",
                        "Deployment/bad has no label app.kubernetes.io/component",
                        "Deployment/bad has no label app.kubernetes.io/version",
                        "Deployment/bad mounts a token that it does not need",
                        "Deployment/bad is not spread",
                        "Deployment/bad does not ask three things with three probes: "
                                + "[/q/health/live, /q/health/live, /q/health/ready]",
                        "Deployment/bad has an image without a version: registry:5000/bad",
                        "Deployment/bad does not say resources/requests/cpu",
                        "Deployment/bad wants a ConfigMap that is not here: nowhere",
                        "Deployment/bad wants a ServiceAccount that is not here: nobody",
                        "Service/bad selects no pod",
                        "Ingress/bad wants a Service that is not here: nowhere",
                        "HorizontalPodAutoscaler/bad wants a Deployment that is not here: nowhere",
                        "nothing denies what no NetworkPolicy allows");
    }

    @Test
    void eachFileHoldsOneObjectAndIsNamedAfterIt() throws IOException {
        assertThat(Manifests.files())
                .hasSizeGreaterThan(40)
                .allSatisfy(file -> {
                    List<JsonNode> objects = Manifests.read(file).objects();
                    assertThat(objects).hasSize(1);
                    assertThat(file.getFileName().toString())
                            .contains("-" + objects.getFirst().path("kind").asText() + "-");
                });
    }

    @Test
    void productionStandsOnThreeOfEach() throws Exception {
        Manifests production = Manifests.rendered("production");

        assertThat(production.ofKind("PodDisruptionBudget"))
                .map(it -> it.at("/spec/selector/matchLabels/app.kubernetes.io~1name").asText())
                .containsExactlyInAnyOrder(SERVICES);
        assertThat(
                        Stream.concat(
                                production.ofKind("HorizontalPodAutoscaler").stream(),
                                production.ofKind("ScaledObject").stream()))
                .allSatisfy(it ->
                        assertThat(
                                        it.at("/spec/minReplicas").asInt()
                                                + it.at("/spec/minReplicaCount").asInt())
                                .isEqualTo(3))
                .map(it -> it.at("/spec/scaleTargetRef/name").asText())
                .containsExactlyInAnyOrder(SERVICES);
        assertThat(production.ofKind("KafkaTopic"))
                .allSatisfy(it -> assertThat(it.at("/spec/replicas").asInt()).isEqualTo(3));
        assertThat(production.find("Cluster", "postgres").orElseThrow().at("/spec/instances"))
                .hasToString("3");
        assertThat(production.find("KafkaNodePool", "node").orElseThrow().at("/spec/replicas"))
                .hasToString("3");
    }

    /// Lag that the autoscaler may not see, or does not look at, brings no replica.
    @Test
    void ingestIsScaledByEveryTopicThatItsIntakesRead() throws Exception {
        Manifests production = Manifests.rendered("production");
        String[] read = {Topics.OBSERVATIONS, Topics.EVAL_RUNS};

        assertThat(
                        HouseRules.stream(
                                production
                                        .find("ScaledObject", "ingest")
                                        .orElseThrow()
                                        .at("/spec/triggers")))
                .allSatisfy(it ->
                        assertThat(it.at("/metadata/consumerGroup").asText())
                                .isEqualTo(Topics.INTAKE_GROUP))
                .map(it -> it.at("/metadata/topic").asText())
                .containsExactlyInAnyOrder(read);
        assertThat(
                        HouseRules.stream(
                                production
                                        .find("KafkaUser", "autoscaler")
                                        .orElseThrow()
                                        .at("/spec/authorization/acls")))
                .filteredOn(it -> it.at("/resource/type").asText().equals("topic"))
                .allSatisfy(it ->
                        assertThat(it.path("operations"))
                                .map(operation -> operation.asText())
                                .containsExactly("Describe"))
                .map(it -> it.at("/resource/name").asText())
                .containsExactlyInAnyOrder(read);
    }

    /// A way that one side alone knows of is none.
    @Test
    void whoIsToldOfAStoreIsLetThrough() throws Exception {
        Manifests house = Manifests.rendered("small");
        List<String> ofKafka = toldOf(house, "KAFKA_SSL_KEYSTORE_PASSWORD");
        List<String> ofPostgres = toldOf(house, "QUARKUS_DATASOURCE_PASSWORD");

        assertThat(ofKafka)
                .containsExactlyInAnyOrder(SERVICES)
                .containsExactlyInAnyOrderElementsOf(
                        house.ofKind("KafkaUser").stream().map(Manifests::name).toList())
                .containsExactlyInAnyOrderElementsOf(
                        selected(
                                house.find("Kafka", "rubicon")
                                        .orElseThrow()
                                        .at("/spec/kafka/listeners/0/networkPolicyPeers")))
                .containsExactlyInAnyOrderElementsOf(admitted(house, "kafka", 9093))
                .containsExactlyInAnyOrderElementsOf(leaving(house, 9093));
        assertThat(ofPostgres)
                .containsExactlyInAnyOrder("ingest", "simulator")
                .containsExactlyInAnyOrderElementsOf(admitted(house, "postgres", 5432))
                .containsExactlyInAnyOrderElementsOf(leaving(house, 5432));
    }

    private static List<String> toldOf(Manifests house, String variable) {
        return house.ofKind("Deployment").stream()
                .filter(it ->
                        it.at("/spec/template/spec/containers/0/env")
                                .findValuesAsText("name")
                                .contains(variable))
                .map(Manifests::name)
                .toList();
    }

    /// Services that a store's policy lets in on a port.
    private static List<String> admitted(Manifests house, String store, int port) {
        return HouseRules.stream(
                        house.find("NetworkPolicy", store).orElseThrow().at("/spec/ingress"))
                .filter(it -> hasPort(it, port))
                .flatMap(it -> selected(it.path("from")).stream())
                .toList();
    }

    /// Services whose own policy lets them out to a store's port.
    private static List<String> leaving(Manifests house, int port) {
        return Stream.of(SERVICES)
                .filter(service ->
                        HouseRules.stream(
                                        house.find("NetworkPolicy", service)
                                                .orElseThrow()
                                                .at("/spec/egress"))
                                .anyMatch(it -> hasPort(it, port)))
                .toList();
    }

    private static boolean hasPort(JsonNode rule, int port) {
        return HouseRules.stream(rule.path("ports"))
                .anyMatch(it -> it.path("port").asInt() == port);
    }

    private static List<String> selected(JsonNode peers) {
        return peers.findValuesAsText("app.kubernetes.io/name");
    }

    @Test
    void smallStandsOnOneOfEach() throws Exception {
        Manifests small = Manifests.rendered("small");

        assertThat(small.objects())
                .map(it -> it.path("kind").asText())
                .doesNotContain("HorizontalPodAutoscaler", "ScaledObject", "PodDisruptionBudget");
        assertThat(small.ofKind("Deployment"))
                .allSatisfy(it -> assertThat(it.at("/spec").has("replicas")).isFalse());
        assertThat(small.find("KafkaNodePool", "node").orElseThrow().at("/spec/replicas"))
                .hasToString("1");
        assertThat(small.find("Cluster", "postgres").orElseThrow().at("/spec/instances"))
                .hasToString("1");
    }

    /// Operators make some, whoever installs makes the others; the page says which.
    @Test
    void everySecretThatIsReferredToIsExplained() throws Exception {
        String page = Files.readString(Folders.DOCS.resolve("kubernetes.md"));
        TreeSet<String> secrets = new TreeSet<>();
        for (JsonNode object : Manifests.rendered("everything").objects()) {
            object.findValues("secretKeyRef").forEach(it -> secrets.add(it.path("name").asText()));
            secrets.addAll(object.findValuesAsText("secretName"));
            HouseRules.stream(object.at("/spec/secretTargetRef"))
                    .forEach(it -> secrets.add(it.path("name").asText()));
            object.findValues("s3Credentials")
                    .forEach(it -> secrets.addAll(it.findValuesAsText("name")));
        }

        assertThat(secrets)
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThat(page).contains("| `" + it + "` |"));
    }
}
