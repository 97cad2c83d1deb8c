package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// First layer: kustomize puts the overlays together.
class RenderIT {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void overlaysRender(String overlay) throws Exception {
        Manifests rendered = Manifests.rendered(overlay);

        assertThat(rendered.ofKind("Deployment"))
                .map(Manifests::name)
                .containsExactlyInAnyOrder("ingest", "simulator", "web-ui");
        assertThat(rendered.objects())
                .as("all in one namespace")
                .filteredOn(it -> !it.path("kind").asText().equals("Namespace"))
                .allSatisfy(it ->
                        assertThat(it.at("/metadata/namespace").asText()).isEqualTo("rubicon"));
    }

    @Test
    void theClientOfKafkaIsAppliedByItself() throws Exception {
        Manifests client =
                Manifests.rendered("kafka-client", Folders.MANIFESTS.resolve("kafka-client"));

        assertThat(client.objects())
                .map(it -> it.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "ConfigMap", "KafkaUser", "NetworkPolicy", "NetworkPolicy", "Pod");
        assertThat(client.objects())
                .allSatisfy(it ->
                        assertThat(it.at("/metadata/namespace").asText()).isEqualTo("rubicon"));
    }

    @Test
    void aPatchOfNothingIsRefused() throws Exception {
        write("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n");
        write("patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: b}\n");
        write(
                "kustomization.yaml",
                "resources: [deployment.yaml]\npatches: [{path: patch.yaml}]\n");

        assertThat(Kustomize.orSkip().render(folder).passed()).isFalse();
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        write("kustomization.yaml", "resources: [nowhere.yaml]\n");

        assertThat(Kustomize.orSkip().render(folder).passed()).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
