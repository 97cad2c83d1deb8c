package rubicon.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads YAML that somebody else wrote: as a plain tree of limited depth, no key twice. Anchors are
/// not expanded (an alias reads as text) and no type is taken from the text, so a small file cannot
/// become a large tree. `.nan` and `.inf` read as text.
public final class SafeYaml {
    private static final int DEPTH = 30;
    private static final int CHARACTERS = 64 * 1024 * 1024;

    /// Numbers that are none: the parser would give up the whole document for one of them.
    private static final Pattern NO_NUMBER =
            Pattern.compile(
                    "(?<=[:\\-,\\[]\\s{1,9}|\\[)([-+]?\\.(?:nan|NaN|NAN|inf|Inf|INF))(?=\\s*(?:[,\\]}#\\n\\r]|$))");

    private static final YAMLMapper YAML = new YAMLMapper(factory());

    private SafeYaml() {}

    private static YAMLFactory factory() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH);
        limits.setCodePointLimit(CHARACTERS);
        return YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                .build();
    }

    /// The tree of a document.
    ///
    /// @throws DriftException if it is no YAML mapping
    public static JsonNode read(Fetched file) throws DriftException {
        JsonNode tree = tree(file);
        if (tree == null || !tree.isObject()) {
            throw new DriftException("the payload is no YAML mapping");
        }
        return tree;
    }

    /// The tree of a document that is a list.
    ///
    /// @throws DriftException if it is no YAML list
    public static JsonNode readList(Fetched file) throws DriftException {
        JsonNode tree = tree(file);
        if (tree == null || !tree.isArray()) {
            throw new DriftException("the payload is no YAML list");
        }
        return tree;
    }

    private static @Nullable JsonNode tree(Fetched file) throws DriftException {
        try {
            String text = NO_NUMBER.matcher(file.text()).replaceAll("\"$1\"");
            JsonNode tree = YAML.reader().with(file.use().nodes()).readTree(text);
            return tree == null ? null : file.use().of(tree);
        } catch (JacksonException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new DriftException("the payload is no YAML: " + first);
        }
    }
}
