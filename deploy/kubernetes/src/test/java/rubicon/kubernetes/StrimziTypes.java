package rubicon.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Strimzi's own classes ask of an object: types, taken without any conversion, required
/// fields, bounds, patterns, and the words of a choice.
final class StrimziTypes {
    private static final String GROUP = "kafka.strimzi.io";
    private static final String VERSION = "v1";
    private static final Map<String, Class<?>> KINDS =
            Map.of(
                    "Kafka", Kafka.class,
                    "KafkaNodePool", KafkaNodePool.class,
                    "KafkaTopic", KafkaTopic.class,
                    "KafkaUser", KafkaUser.class);
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            it ->
                                    it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private final List<String> faults = new ArrayList<>();

    private StrimziTypes() {}

    static boolean knows(JsonNode object) {
        return Manifests.group(object).equals(GROUP);
    }

    static List<String> faults(JsonNode object) {
        String title = Manifests.title(object);
        String version = object.path("apiVersion").asText();
        Class<?> type = KINDS.get(object.path("kind").asText());
        if (type == null) {
            return List.of(title + " is of a kind that Strimzi has not");
        }
        if (!version.equals(GROUP + "/" + VERSION)) {
            return List.of("%s is of %s, not of %s".formatted(title, version, VERSION));
        }
        StrimziTypes types = new StrimziTypes();
        try {
            types.walk(object, STRICT.treeToValue(object, type), title);
        } catch (JsonProcessingException e) {
            types.faults.add(title + ": " + e.getOriginalMessage());
        }
        return List.copyOf(types.faults);
    }

    private void walk(JsonNode written, Object read, String path) {
        if (read instanceof Collection<?> all) {
            int index = 0;
            for (Object one : all) {
                walk(written.path(index), one, path + "[" + index++ + "]");
            }
        } else if (read.getClass().getName().startsWith("io.strimzi.")
                && !read.getClass().isEnum()) {
            BeanDescription type =
                    STRICT.getSerializationConfig()
                            .introspect(STRICT.constructType(read.getClass()));
            type.findProperties().forEach(it -> property(written, read, it, path));
        }
    }

    private void property(
            JsonNode written, Object bean, BeanPropertyDefinition property, String path) {
        AnnotatedMethod getter = property.getGetter();
        if (getter == null) {
            return;
        }
        String name = property.getName();
        JsonNode value = written.path(name);
        Demands demands = Demands.of(getter.getAnnotated());
        if (value.isMissingNode()) {
            if (demands.required() || property.isRequired()) {
                faults.add(path + " lacks " + name);
            }
            return;
        }
        String place = path + "." + name;
        demands.unmetBy(value).forEach(it -> faults.add(place + " " + it));
        @Nullable Object read = getter.getValue(bean);
        if (read == null) {
            faults.add(place + " is no such word: " + value.asText());
        } else {
            walk(value, read, place);
        }
    }
}
