package rubicon.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fields that the classes of Kubernetes and of Strimzi do not know. Those classes keep what they
/// do not know aside, so an object is read and then walked.
final class UnknownFields {
    private static final Map<String, Class<?>> STRIMZI =
            Map.of(
                    "Kafka", Kafka.class,
                    "KafkaNodePool", KafkaNodePool.class,
                    "KafkaTopic", KafkaTopic.class,
                    "KafkaUser", KafkaUser.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private UnknownFields() {}

    static Stream<String> in(JsonNode object) {
        try {
            return typed(object).stream()
                    .flatMap(it -> walk(it, ""))
                    .map(path -> Manifests.title(object) + path + " is unknown");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Stream.of(Manifests.title(object) + ": " + e.getMessage());
        }
    }

    /// Empty for the kinds of other operators, which another layer checks.
    private static Optional<Object> typed(JsonNode object) throws JsonProcessingException {
        String group = Manifests.group(object);
        if (group.equals("kafka.strimzi.io")) {
            Class<?> type = STRIMZI.get(object.path("kind").asText());
            if (type == null) {
                throw new IllegalArgumentException("Strimzi has no such kind");
            }
            return Optional.of(JSON.treeToValue(object, type));
        }
        boolean custom = group.contains(".") && !group.endsWith(".k8s.io");
        return custom ? Optional.empty() : Optional.of(SERIALIZATION.unmarshal(object.toString()));
    }

    private static Stream<String> walk(@Nullable Object value, String path) {
        return switch (value) {
            case null -> Stream.empty();
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(it -> walk(it.getValue(), path + "." + it.getKey()));
            case Collection<?> all -> all.stream().flatMap(it -> walk(it, path + "[]"));
            default ->
                    isModel(value.getClass())
                            ? properties(value.getClass()).flatMap(it -> property(value, it, path))
                            : Stream.empty();
        };
    }

    private static Stream<String> property(Object bean, PropertyDescriptor property, String path) {
        Object held;
        try {
            held = property.getReadMethod().invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("could not read " + property.getName(), e);
        }
        if (property.getName().equals("additionalProperties")) {
            return held instanceof Map<?, ?> unknown
                    ? unknown.keySet().stream().map(key -> path + "." + key)
                    : Stream.empty();
        }
        return walk(held, path + "." + property.getName());
    }

    private static boolean isModel(Class<?> type) {
        return !type.isEnum()
                && (type.getName().startsWith("io.fabric8.")
                        || type.getName().startsWith("io.strimzi."));
    }

    private static Stream<PropertyDescriptor> properties(Class<?> type) {
        try {
            BeanInfo bean = Introspector.getBeanInfo(type, Object.class);
            return Stream.of(bean.getPropertyDescriptors())
                    .filter(it -> it.getReadMethod() != null)
                    .filter(it -> it.getReadMethod().getParameterCount() == 0);
        } catch (IntrospectionException e) {
            throw new IllegalStateException("could not look into " + type, e);
        }
    }
}
