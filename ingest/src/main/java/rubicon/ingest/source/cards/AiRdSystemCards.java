package rubicon.ingest.source.cards;

import java.util.List;
import java.util.Optional;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.Table;

/// Tables of what developers' system cards say of AI research: evaluations, surveys of staff, and
/// Anthropic's own capability index. What a row means is data, see [CardMapping].
public final class AiRdSystemCards implements Connector {
    static final String LICENCE = Fetched.NONE_STATED;

    private static final String EVALUATIONS = "system_card_ai_rd_evals.csv";
    private static final String SURVEYS = "ai_rd_uplift.csv";
    private static final String INDEX = "ai_rd_aeci.csv";

    private final Aliases names = Aliases.of("card-models");
    private final CardMapping meaning = CardMapping.builtIn();

    @Override
    public String id() {
        return "ai-rd-system-cards";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layout layout() {
        return new Layout.Named(
                List.of(
                        Layout.optional(EVALUATIONS, Format.CSV),
                        Layout.optional(SURVEYS, Format.CSV),
                        Layout.optional(INDEX, Format.CSV)));
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Mapping mapping = new Mapping();
        for (String part : List.of(EVALUATIONS, SURVEYS, INDEX)) {
            if (delivery.part(part).isEmpty()) {
                mapping.passOver("'%s' is not there".formatted(part));
            }
        }
        CardMonths months = new CardMonths();
        Optional<Fetched> evaluations = delivery.part(EVALUATIONS);
        if (evaluations.isPresent()) {
            Table table =
                    Csv.read(evaluations.get())
                            .needs(
                                    "lab",
                                    "model",
                                    CardMonth.COLUMN,
                                    "benchmark",
                                    "subtask",
                                    "metric",
                                    "value",
                                    "vintage",
                                    "note");
            months.add(table);
            new CardEvaluations(this, names, meaning, evaluations.get()).read(table, mapping);
        }
        Optional<Fetched> surveys = delivery.part(SURVEYS);
        if (surveys.isPresent()) {
            Table table =
                    Csv.read(surveys.get())
                            .needs(
                                    "model",
                                    CardMonth.COLUMN,
                                    "uplift_multiple",
                                    "drop_in_yes",
                                    "drop_in_n");
            months.add(table);
            new StaffSurveys(this, names, meaning, surveys.get()).read(table, mapping);
        }
        Optional<Fetched> index = delivery.part(INDEX);
        if (index.isPresent()) {
            Table table = Csv.read(index.get()).needs("model", "aeci");
            new OwnIndex(this, names, meaning, months, index.get()).read(table, mapping);
        }
        return mapping.mapped();
    }
}
