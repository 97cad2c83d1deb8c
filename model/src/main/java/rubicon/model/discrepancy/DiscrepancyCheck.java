package rubicon.model.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.discrepancy.Discrepancy.Statement;
import rubicon.model.ledger.Faults;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.DiscrepancyPayload.StatementPayload;

/// The door for documented discrepancies: an entry of the file becomes a [Discrepancy], or is
/// refused with every fault named.
public final class DiscrepancyCheck {
    private static final int SHORT = 300;
    private static final int LONG = 2_000;
    private static final int ADDRESS = 2_000;

    private final Catalogue catalogue;
    private final Faults faults = new Faults();

    private DiscrepancyCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Checks an entry against the catalogue that it names indicators of.
    public static CheckedEntry<Discrepancy> check(DiscrepancyPayload entry, Catalogue catalogue) {
        return new DiscrepancyCheck(catalogue).check(entry);
    }

    private CheckedEntry<Discrepancy> check(DiscrepancyPayload it) {
        String id = id(it.id());
        String title = faults.required("title", it.title(), SHORT);
        DiscrepancyKind kind = faults.constant("kind", DiscrepancyKind.class, it.kind());
        if (it.kind() == null) {
            faults.add("kind", "is missing");
        }
        List<IndicatorId> indicators = indicators(it.indicators());
        List<Statement> statements = statements(it.statements());
        String finding = faults.required("finding", it.finding(), LONG);
        String treatment = faults.required("treatment", it.treatment(), LONG);
        LocalDate checked = it.checked();
        if (checked == null) {
            faults.add("checked", "is missing");
        }
        if (faults.any()) {
            return new CheckedEntry.Refused<>(faults.list());
        }
        return new CheckedEntry.Valid<>(
                new Discrepancy(
                        Objects.requireNonNull(id),
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(kind),
                        indicators,
                        statements,
                        Objects.requireNonNull(finding),
                        Objects.requireNonNull(treatment),
                        Objects.requireNonNull(checked)));
    }

    private @Nullable String id(@Nullable String text) {
        String id = faults.required("id", text, 100);
        if (id != null && !IndicatorId.isValid(id)) {
            faults.add("id", "'%s' is not lower-case words joined by '-'".formatted(id));
        }
        return id;
    }

    private List<IndicatorId> indicators(@Nullable List<String> names) {
        List<IndicatorId> indicators = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : names) {
            var known = name == null ? null : catalogue.find(name).orElse(null);
            if (known == null) {
                faults.add("indicators", "'%s' is not in the catalogue".formatted(name));
            } else if (indicators.contains(known.id())) {
                faults.add("indicators", "names '%s' twice".formatted(name));
            } else {
                indicators.add(known.id());
            }
        }
        return indicators;
    }

    private List<Statement> statements(@Nullable List<StatementPayload> said) {
        if (said == null || said.size() < 2) {
            faults.add("statements", "are fewer than two");
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        for (StatementPayload it : said) {
            String who = faults.required("statements.who", it.who(), SHORT);
            String value = faults.required("statements.value", it.value(), SHORT);
            String says = faults.required("statements.says", it.says(), SHORT);
            String source = faults.required("statements.source", it.source(), SHORT);
            String evidence = faults.optional("statements.evidence", it.evidence(), ADDRESS);
            if (evidence != null && !evidence.startsWith("https://")) {
                faults.add("statements.evidence", "'%s' is no https address".formatted(evidence));
            }
            if (who != null && value != null && says != null && source != null) {
                statements.add(new Statement(who, value, says, source, evidence));
            }
        }
        return statements;
    }
}
