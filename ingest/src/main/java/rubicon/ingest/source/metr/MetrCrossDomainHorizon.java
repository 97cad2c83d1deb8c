package rubicon.ingest.source.metr;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// METR's side study of horizons in other domains, of which only SWE-bench Verified bears on AI
/// research. The table of a domain has no dates: those of the study's table of all domains count,
/// else those that anybody can review in `dates/cross-domain-models.yaml`.
///
/// @see <a href="https://github.com/METR/cross-domain-horizon">METR/cross-domain-horizon</a>
public final class MetrCrossDomainHorizon implements Connector {
    private static final String INDICATOR = "cross-domain-horizon-swe-bench-verified";
    private static final String PAGE = "https://github.com/METR/cross-domain-horizon";
    private static final String HORIZONS = "horizons/swe_bench_verified.csv";
    private static final String ALL = "processed/all_data.csv";
    private static final String DATES = "/dates/cross-domain-models.yaml";

    private final Aliases names = Aliases.of("cross-domain-models");
    private final Map<String, LocalDate> dates = dates();

    @Override
    public String id() {
        return "metr-cross-domain-horizon";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layout layout() {
        return new Layout.Named(
                List.of(Layout.needed(HORIZONS, Format.CSV), Layout.optional(ALL, Format.CSV)));
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Fetched file = delivery.needed(HORIZONS);
        Map<String, LocalDate> released = released(delivery.part(ALL));
        Mapping mapping = new Mapping();
        for (TableRow row : Csv.read(file).needs("model", "horizon").rows()) {
            String path = "horizons." + row.number();
            mapping.row(row.text("model"), path, () -> read(file, row, released, mapping));
        }
        return mapping.mapped();
    }

    private void read(Fetched file, TableRow row, Map<String, LocalDate> released, Mapping mapping)
            throws RowFault {
        String model = row.needed("model");
        LocalDate day = released.getOrDefault(shortName(model), dates.get(model));
        if (day == null) {
            throw new RowFault("model", "has no day of release");
        }
        String slope = row.text("slope_method");
        Report report =
                Report.of(this, file, Fetched.NONE_STATED, INDICATOR, model)
                        .model(model, names)
                        .releasedOn(day)
                        .observedOn(day)
                        .value(row.neededNumber("horizon"), "min")
                        .evaluator("THIRD_PARTY")
                        .evidence(PAGE)
                        .note("score %s, slope by %s".formatted(row.text("score"), slope));
        if (!slope.isEmpty()) {
            report.tag("slopeMethod", slope);
        }
        mapping.add(report);
    }

    /// Days of release by the short name that the table of all domains has for a model.
    private static Map<String, LocalDate> released(Optional<Fetched> all) throws DriftException {
        Map<String, LocalDate> released = new HashMap<>();
        if (all.isPresent()) {
            for (TableRow row : Csv.read(all.get()).needs("model", "release_date").rows()) {
                try {
                    row.day("release_date").ifPresent(day -> released.put(row.text("model"), day));
                } catch (RowFault e) {
                    // the same as no date
                }
            }
        }
        return released;
    }

    /// `anthropic/claude-3-7-sonnet-20250219` as `claude_3_7_sonnet_20250219`.
    private static String shortName(String model) {
        return model.substring(model.indexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-.]", "_");
    }

    private static Map<String, LocalDate> dates() {
        try (InputStream in = MetrCrossDomainHorizon.class.getResourceAsStream(DATES)) {
            Map<String, String> texts =
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(in, DATES), new TypeReference<>() {});
            Map<String, LocalDate> days = new HashMap<>();
            texts.forEach((model, day) -> days.put(model, LocalDate.parse(day)));
            return Map.copyOf(days);
        } catch (IOException e) {
            throw new UncheckedIOException(DATES + " cannot be read", e);
        }
    }
}
