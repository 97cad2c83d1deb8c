package rubicon.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads YAML that somebody else wrote: as a plain tree, within limits.
public final class SafeYaml {
    private static final YAMLMapper YAML = new YAMLMapper(factory());

    private SafeYaml() {}

    private static YAMLFactory factory() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(30);
        limits.setCodePointLimit(64 * 1024 * 1024);
        limits.setAllowDuplicateKeys(false);
        return YAMLFactory.builder().loaderOptions(limits).build();
    }

    /// The tree of a document.
    ///
    /// @throws DriftException if it is no YAML mapping
    public static JsonNode read(byte[] payload) throws DriftException {
        try {
            JsonNode tree = YAML.readTree(payload);
            if (tree == null || !tree.isObject()) {
                throw new DriftException("the payload is no YAML mapping");
            }
            return tree;
        } catch (JacksonException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new DriftException("the payload is no YAML: " + first);
        } catch (IOException e) {
            throw new DriftException("the payload cannot be read");
        }
    }
}
