package rubicon.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Category;
import rubicon.model.catalogue.Category.Counted;
import rubicon.model.catalogue.Category.Shown;
import rubicon.model.catalogue.CategoryId;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Strength;
import rubicon.model.ledger.Faults;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.CategoryPayload.CountedPayload;
import rubicon.model.wire.CategoryPayload.ShownPayload;

/// Turns an entry of the categories' file into a [Category], or says what is wrong with it.
final class CategoryReader {
    private final CategoryPayload payload;
    private final Faults faults = new Faults();

    private CategoryReader(CategoryPayload payload) {
        this.payload = payload;
    }

    /// What became of an entry: a category, or its faults.
    sealed interface Read {}

    record Valid(Category category) implements Read {}

    record Invalid(List<Violation> violations) implements Read {}

    static Read read(CategoryPayload payload) {
        return new CategoryReader(payload).read();
    }

    private Read read() {
        CategoryId id = id(payload.id());
        String title = faults.required("title", payload.title(), 200);
        String description = faults.required("description", payload.description(), 4_000);
        Strength strength = faults.constant("strength", Strength.class, payload.strength());
        if (payload.strength() == null) {
            faults.add("strength", "is missing");
        }
        String reason = faults.required("strengthReason", payload.strengthReason(), 1_000);
        List<Counted> counted = counted(payload.counted());
        List<Shown> shown = shown(payload.shown());
        if (strength == Strength.NONE && !counted.isEmpty()) {
            faults.add("strength", "is NONE although indicators are counted");
        }
        if (strength != null && strength != Strength.NONE && counted.isEmpty()) {
            faults.add("strength", "is %s although nothing is counted".formatted(strength));
        }
        if (faults.any()) {
            return new Invalid(faults.list());
        }
        return new Valid(
                new Category(
                        Objects.requireNonNull(id),
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(description),
                        Objects.requireNonNull(strength),
                        Objects.requireNonNull(reason),
                        counted,
                        shown));
    }

    private @Nullable CategoryId id(@Nullable String text) {
        String id = faults.required("id", text, 60);
        if (id == null) {
            return null;
        }
        if (!CategoryId.isValid(id)) {
            faults.add("id", "'%s' is not lower-case words joined by '-'".formatted(id));
            return null;
        }
        return new CategoryId(id);
    }

    private List<Counted> counted(@Nullable List<CountedPayload> payloads) {
        List<Counted> counted = new ArrayList<>();
        if (payloads == null) {
            return counted;
        }
        for (CountedPayload it : payloads) {
            IndicatorId indicator = indicator("counted.indicator", it.indicator());
            double weight = it.weight() == null ? 1 : it.weight();
            if (!(weight > 0 && weight <= 1)) {
                faults.add("counted.weight", weight + " is not in (0, 1]");
            } else if (indicator != null) {
                counted.add(new Counted(indicator, weight));
            }
        }
        return counted;
    }

    private List<Shown> shown(@Nullable List<ShownPayload> payloads) {
        List<Shown> shown = new ArrayList<>();
        if (payloads == null) {
            return shown;
        }
        for (ShownPayload it : payloads) {
            IndicatorId indicator = indicator("shown.indicator", it.indicator());
            String reason = faults.required("shown.reason", it.reason(), 1_000);
            if (indicator != null && reason != null) {
                shown.add(new Shown(indicator, reason));
            }
        }
        return shown;
    }

    private @Nullable IndicatorId indicator(String field, @Nullable String text) {
        String id = faults.required(field, text, 100);
        if (id == null) {
            return null;
        }
        if (!IndicatorId.isValid(id)) {
            faults.add(field, "'%s' is no indicator id".formatted(id));
            return null;
        }
        return new IndicatorId(id);
    }
}
