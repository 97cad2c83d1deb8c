package rubicon.ingest.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Characters;

/// What is wrong with JSON that could not be read, in words of the sender's.
///
/// @param field path such as `severities[0].fire`; empty where the whole is at fault
public record JsonFault(String field, String message) {

    public static JsonFault of(JacksonException e) {
        return new JsonFault(path(e), message(e));
    }

    /// The path, or a name for the whole.
    public String fieldOr(String whole) {
        return field.isEmpty() ? whole : field;
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                String name = step.getFieldName();
                if (name == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(printable(name));
                }
            }
        }
        return path.toString();
    }

    private static String message(JacksonException e) {
        String original = Objects.requireNonNullElse(e.getOriginalMessage(), "");
        if (e instanceof StrictJson.Refusal) {
            return original;
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not known; known are " + names(unknown.getKnownPropertyIds());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return original.startsWith("Trailing token")
                    ? "holds more than one JSON value"
                    : expected(mismatch.getTargetType());
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return "is out of range";
        }
        if (e instanceof StreamConstraintsException) {
            return "is nested too deeply, or holds something too long";
        }
        if (e instanceof JsonParseException) {
            return original.startsWith("Duplicate field")
                    ? "gives a field twice: "
                            + printable(original.substring("Duplicate field ".length()))
                    : "is no JSON" + place(e.getLocation());
        }
        return "cannot be read";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        if (type == Integer.class
                || type == Long.class
                || type == int.class
                || type == long.class) {
            return "must be a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "must be a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        return Collection.class.isAssignableFrom(type)
                ? "must be an array"
                : "must be a JSON object";
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null
                ? "none"
                : new TreeSet<>(known)
                        .stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// A name that an answer can hold.
    private static String printable(String name) {
        return Characters.fault(name) == null ? name : name.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }
}
