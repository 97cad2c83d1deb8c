package rubicon.ingest.source.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which columns and fields of a file its connector asks for. What is there and nobody asks for is
/// told by its name: the upstream may have added it. Fields of an object that is gone through as a
/// whole are data, not form.
public final class FieldUse {
    private static final int MOST_MET = 2_000;

    private final Set<String> met = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final List<JsonNode> trees = new ArrayList<>();
    private final JsonNodeFactory nodes = new NotingFactory(this);

    /// For trees that tell here what they are asked for.
    public JsonNodeFactory nodes() {
        return nodes;
    }

    /// That a tree is going to be read.
    public <T extends JsonNode> T of(T tree) {
        trees.add(tree);
        return tree;
    }

    /// That all trees so far are read, and may be forgotten.
    void readToTheEnd() {
        trees.forEach(this::meet);
        trees.clear();
    }

    void met(Collection<String> columns) {
        columns.stream().limit(MOST_MET - met.size()).forEach(met::add);
    }

    void asked(String name) {
        asked.add(name);
    }

    /// The names of what nobody asked for.
    public SortedSet<String> unread() {
        readToTheEnd();
        SortedSet<String> unread = new TreeSet<>(met);
        unread.removeAll(asked);
        return unread;
    }

    private void meet(JsonNode node) {
        if (node instanceof Noting object) {
            object.fieldsUnnoted()
                    .forEach(it -> {
                        if (!object.isGoneThrough) {
                            met(Set.of(it.getKey()));
                        }
                        if (object.isGoneThrough || asked.contains(it.getKey())) {
                            meet(it.getValue());
                        }
                    });
        } else if (node.isArray()) {
            node.forEach(this::meet);
        }
    }

    private static final class NotingFactory extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        private final transient FieldUse use;

        NotingFactory(FieldUse use) {
            this.use = use;
        }

        @Override
        public ObjectNode objectNode() {
            return new Noting(this, use);
        }
    }

    /// An object that notes what it is asked for.
    @SuppressWarnings("unchecked") // so is deepCopy() of what it extends
    private static final class Noting extends ObjectNode {
        private static final long serialVersionUID = 1;

        private final transient FieldUse use;
        private transient boolean isGoneThrough;

        Noting(JsonNodeFactory nodes, FieldUse use) {
            super(nodes);
            this.use = use;
        }

        Set<Map.Entry<String, JsonNode>> fieldsUnnoted() {
            return super.properties();
        }

        @Override
        public @Nullable JsonNode get(String name) {
            use.asked(name);
            return super.get(name);
        }

        @Override
        public JsonNode path(String name) {
            use.asked(name);
            return super.path(name);
        }

        @Override
        public Set<Map.Entry<String, JsonNode>> properties() {
            isGoneThrough = true;
            return super.properties();
        }

        @Override
        public Iterator<String> fieldNames() {
            isGoneThrough = true;
            return super.fieldNames();
        }

        @Override
        public Iterator<JsonNode> elements() {
            isGoneThrough = true;
            return super.elements();
        }
    }
}
