package rubicon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What Strimzi wrote on a getter for the schema of its resources. The annotations' own classes are
/// in no archive that is to be had, so they are read out of the class file.
record Demands(
        boolean required, OptionalLong minimum, OptionalLong maximum, Optional<Pattern> pattern) {
    private static final String ANNOTATIONS = "Lio/strimzi/crdgenerator/annotations/";
    private static final Map<Class<?>, Map<String, Demands>> READ = new HashMap<>();

    static Demands of(Method getter) {
        return Objects.requireNonNull(
                READ.computeIfAbsent(getter.getDeclaringClass(), Demands::read)
                        .getOrDefault(getter.getName(), from(List.of())));
    }

    /// What of this a value does not keep.
    List<String> unmetBy(JsonNode value) {
        List<String> unmet = new ArrayList<>();
        if (value.isNumber()) {
            minimum.stream()
                    .filter(it -> value.asLong() < it)
                    .forEach(it -> unmet.add("is below " + it + ": " + value));
            maximum.stream()
                    .filter(it -> value.asLong() > it)
                    .forEach(it -> unmet.add("is above " + it + ": " + value));
        }
        pattern.filter(it -> value.isTextual() && !it.matcher(value.asText()).find())
                .ifPresent(it -> unmet.add("is not " + it + ": " + value.asText()));
        return unmet;
    }

    private static Map<String, Demands> read(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream(file))) {
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            Map<String, Demands> demands = new HashMap<>();
            model.methods().stream()
                    .filter(it -> it.methodTypeSymbol().parameterCount() == 0)
                    .forEach(it ->
                            it.findAttribute(Attributes.runtimeVisibleAnnotations())
                                    .ifPresent(all ->
                                            demands.put(
                                                    it.methodName().stringValue(),
                                                    from(all.annotations()))));
            return demands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Demands from(List<Annotation> annotations) {
        return new Demands(
                annotations.stream()
                        .anyMatch(
                                it -> it.classSymbol().displayName().equals("RequiredInVersions")),
                number(annotations, "Minimum"),
                number(annotations, "Maximum"),
                value(annotations, "Pattern")
                        .map(it -> Pattern.compile(((AnnotationValue.OfString) it).stringValue())));
    }

    private static OptionalLong number(List<Annotation> annotations, String name) {
        return value(annotations, name)
                .map(it -> OptionalLong.of(((AnnotationValue.OfInt) it).intValue()))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<AnnotationValue> value(List<Annotation> annotations, String name) {
        return annotations.stream()
                .filter(it -> it.className().equalsString(ANNOTATIONS + name + ";"))
                .flatMap(it -> it.elements().stream())
                .filter(it -> it.name().equalsString("value"))
                .map(AnnotationElement::value)
                .findFirst();
    }
}
