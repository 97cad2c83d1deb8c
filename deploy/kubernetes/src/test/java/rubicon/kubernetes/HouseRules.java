package rubicon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What this house asks of its manifests beyond what any cluster would.
final class HouseRules {
    private static final List<String> LABELS =
            List.of("name", "instance", "component", "part-of", "version", "managed-by");
    private static final List<String> PROBES =
            List.of("startupProbe", "livenessProbe", "readinessProbe");

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private HouseRules(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        HouseRules rules = new HouseRules(manifests);
        manifests.objects().forEach(rules::labelled);
        manifests.objects().forEach(rules::namesNoSecret);
        manifests.ofKind("Deployment").forEach(rules::deployment);
        manifests.objects().forEach(rules::refersToWhatIsHere);
        rules.deniesByDefault();
        return List.copyOf(rules.faults);
    }

    private void labelled(JsonNode object) {
        JsonNode labels = object.at("/metadata/labels");
        for (String label : LABELS) {
            if (!labels.has("app.kubernetes.io/" + label)) {
                fault(object, "has no label app.kubernetes.io/" + label);
            }
        }
    }

    private void namesNoSecret(JsonNode object) {
        if (object.path("kind").asText().equals("Secret")) {
            fault(object, "holds a secret; refer to one that the cluster has");
        }
    }

    private void deployment(JsonNode deployment) {
        JsonNode pod = deployment.at("/spec/template/spec");
        if (pod.path("automountServiceAccountToken").asBoolean(true)) {
            fault(deployment, "mounts a token that it does not need");
        }
        if (pod.path("topologySpreadConstraints").isEmpty()) {
            fault(deployment, "is not spread");
        }
        stream(pod.path("containers")).forEach(it -> container(deployment, it));
        Set<String> known = new TreeSet<>();
        manifests.ofKind("ConfigMap").forEach(it -> known.add(Manifests.name(it)));
        Stream<String> wanted =
                stream(pod.path("containers"))
                        .flatMap(it -> stream(it.path("envFrom")))
                        .map(it -> it.at("/configMapRef/name").asText());
        wanted.filter(it -> !known.contains(it))
                .forEach(it -> fault(deployment, "wants a ConfigMap that is not here: " + it));
    }

    private void container(JsonNode deployment, JsonNode container) {
        List<String> paths =
                PROBES.stream().map(it -> container.path(it).at("/httpGet/path").asText()).toList();
        if (paths.contains("") || Set.copyOf(paths).size() < PROBES.size()) {
            fault(deployment, "does not ask three things with three probes: " + paths);
        }
        String image = container.path("image").asText();
        if (!image.matches(".+:[^:/]+") || image.endsWith(":latest")) {
            fault(deployment, "has an image without a version: " + image);
        }
        for (String path : List.of("requests/cpu", "requests/memory", "limits/memory")) {
            if (container.at("/resources/" + path).isMissingNode()) {
                fault(deployment, "does not say resources/" + path);
            }
        }
    }

    private void refersToWhatIsHere(JsonNode object) {
        object.findValues("scaleTargetRef")
                .forEach(it -> wants(object, it.path("kind").asText("Deployment"), it));
        if (object.path("kind").asText().equals("Ingress")) {
            object.findValues("service").forEach(it -> wants(object, "Service", it));
        }
        JsonNode account = object.at("/spec/template/spec/serviceAccountName");
        if (!account.isMissingNode()
                && manifests.find("ServiceAccount", account.asText()).isEmpty()) {
            fault(object, "wants a ServiceAccount that is not here: " + account.asText());
        }
        JsonNode selector = object.at("/spec/selector");
        if (object.path("kind").asText().equals("Service")
                && !selector.isMissingNode()
                && manifests.ofKind("Deployment").stream()
                        .map(it -> it.at("/spec/template/metadata/labels"))
                        .noneMatch(it -> matches(selector, it))) {
            fault(object, "selects no pod");
        }
    }

    private void wants(JsonNode object, String kind, JsonNode reference) {
        String name = reference.path("name").asText();
        if (manifests.find(kind, name).isEmpty()) {
            fault(object, "wants a %s that is not here: %s".formatted(kind, name));
        }
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.properties().stream()
                .allMatch(it -> it.getValue().equals(labels.path(it.getKey())));
    }

    private void deniesByDefault() {
        boolean denied =
                manifests.ofKind("NetworkPolicy").stream()
                        .map(it -> it.path("spec"))
                        .anyMatch(it ->
                                it.path("podSelector").isEmpty()
                                        && it.path("policyTypes").size() == 2
                                        && !it.has("ingress")
                                        && !it.has("egress"));
        if (!denied) {
            faults.add("nothing denies what no NetworkPolicy allows");
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void fault(JsonNode object, String what) {
        faults.add(Manifests.title(object) + " " + what);
    }
}
