package rubicon.ingest.source.evaltool;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.RowFault;

/// Which of a tool's results a source wants: its option `indicators` says which indicator a name
/// is, its option `units` in which unit that name's numbers are, its option `licence` under which
/// terms they are passed on.
final class Wanted {
    static final String INDICATORS = "indicators";
    static final String UNITS = "units";
    static final String LICENCE = "licence";
    private static final int MOST_TOLD = 50;

    private final Map<String, String> options;
    private final Map<String, String> indicators;
    private final Map<String, String> units;
    private final Set<String> others = new TreeSet<>();
    private boolean any;

    Wanted(Delivery delivery) {
        this.options = delivery.options();
        this.indicators = delivery.optionsOf(INDICATORS);
        this.units = delivery.optionsOf(UNITS);
    }

    /// Any other option.
    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The terms of the results, for which the formats have no field.
    String licence() {
        return option(LICENCE).orElse(Fetched.NONE_STATED);
    }

    /// The indicator that a result is of, by the first of its names that is one.
    Optional<String> indicator(String... names) {
        for (String name : names) {
            String indicator = indicators.get(name);
            if (indicator != null) {
                any = true;
                return Optional.of(indicator);
            }
        }
        if (others.size() < MOST_TOLD) {
            others.add(Cells.shortened(names[0]));
        }
        return Optional.empty();
    }

    /// That a result says itself what it is of.
    void claimed() {
        any = true;
    }

    /// How the numbers of a result count: as the option says, else as the tool does.
    ///
    /// @param told the tool's own word; null where it has none
    /// @throws RowFault if neither says
    Measure measure(@Nullable String told, String... names) throws RowFault {
        for (String name : names) {
            String unit = units.get(name);
            if (unit != null) {
                return Measure.of(unit);
            }
        }
        if (told == null) {
            throw new RowFault(
                    "unit",
                    "is not told; name that of '%s' in the option 'units'".formatted(names[0]));
        }
        return Measure.of(told);
    }

    /// What was read. Files without results are none; files whose results nobody wants are a slip
    /// in the options.
    Mapped mapped(Mapping mapping) throws DriftException {
        others.forEach(it -> mapping.passOver("'%s': it is no indicator".formatted(it)));
        Mapped mapped = mapping.all();
        if (any || !mapped.refused().isEmpty() || !mapped.drifted().isEmpty()) {
            return mapping.mapped();
        }
        if (!others.isEmpty()) {
            throw new DriftException(
                    "none of the results '%s' is there, which the option 'indicators' names; there are '%s'"
                            .formatted(
                                    String.join("', '", new TreeSet<>(indicators.keySet())),
                                    String.join("', '", others)));
        }
        return mapped;
    }
}
