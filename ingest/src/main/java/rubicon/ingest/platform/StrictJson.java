package rubicon.ingest.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import rubicon.model.wire.Characters;

/// How JSON is read, over REST and off Kafka: what a sender wrote is taken as it stands or refused,
/// never turned into something near it. A text is no number and a number no text, days and times
/// are texts of one form, a field is given once, and nothing follows the value.
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {
    private static final List<CoercionInputShape> OTHER_THAN_NUMBERS =
            List.of(
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString,
                    CoercionInputShape.Boolean);

    /// The service's own mapper, which REST reads with.
    @Override
    public void customize(ObjectMapper mapper) {
        configure(mapper);
    }

    /// After the framework's own modules, which read days and times more leniently: of two that
    /// read a type the last one counts.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /// Makes a mapper read so.
    public static void configure(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(mapper.coercionConfigFor(LogicalType.Float), OTHER_THAN_NUMBERS);
        refuse(mapper.coercionConfigFor(LogicalType.Integer), OTHER_THAN_NUMBERS);
        refuse(
                mapper.coercionConfigFor(LogicalType.Boolean),
                List.of(
                        CoercionInputShape.String,
                        CoercionInputShape.EmptyString,
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float));
        mapper.registerModule(
                new SimpleModule("rubicon-strict")
                        .addDeserializer(String.class, new Texts())
                        .addKeyDeserializer(String.class, new Names())
                        .addDeserializer(Instant.class, new Instants())
                        .addDeserializer(LocalDate.class, new Days()));
    }

    private static void refuse(MutableCoercionConfig config, List<CoercionInputShape> shapes) {
        shapes.forEach(it -> config.setCoercion(it, CoercionAction.Fail));
    }

    /// A fault in words that are meant for the sender.
    static final class Refusal extends MismatchedInputException {
        private static final long serialVersionUID = 1;

        Refusal(JsonParser parser, String message) {
            super(parser, message);
        }
    }

    private static String text(JsonParser parser, String otherwise) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new Refusal(parser, otherwise);
        }
        return parser.getText();
    }

    private static final class Texts extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String text = text(parser, "must be a text");
            String fault = Characters.fault(text);
            if (fault != null) {
                throw new Refusal(parser, fault);
            }
            return text;
        }
    }

    private static final class Names extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            String fault = Characters.fault(key);
            if (fault != null) {
                throw new Refusal(context.getParser(), "a name " + fault);
            }
            return key;
        }
    }

    private static final class Instants extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;
        private static final String FORM = "must be an RFC 3339 time such as 2026-03-03T00:00:00Z";

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            try {
                return Times.instant(text(parser, FORM));
            } catch (DateTimeException e) {
                throw new Refusal(parser, FORM);
            }
        }
    }

    private static final class Days extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;
        private static final String FORM = "must be a day such as 2026-03-03";

        Days() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            try {
                return Times.day(text(parser, FORM));
            } catch (DateTimeException e) {
                throw new Refusal(parser, FORM);
            }
        }
    }
}
