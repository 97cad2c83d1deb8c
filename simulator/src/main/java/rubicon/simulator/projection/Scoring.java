package rubicon.simulator.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.Range;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.saved.Publish.Resolution;

/// Holds projections against what the ledger knew at the end of the day that they spoke of.
@ApplicationScoped
class Scoring {
    private final Projections projections;
    private final Calibration calibration;
    private final ObjectMapper json;
    private final InstantSource time;

    Scoring(
            Projections projections,
            Calibration calibration,
            ObjectMapper json,
            InstantSource time) {
        this.projections = projections;
        this.calibration = calibration;
        this.json = json;
        this.time = time;
    }

    /// Projections with their scores.
    List<ProjectionPayload> of(List<ProjectionEntity> made) {
        Map<Resolution, Optional<ReadValue>> outcomes = new HashMap<>();
        return made.stream().map(it -> payload(it, outcomes)).toList();
    }

    private ProjectionPayload payload(
            ProjectionEntity it, Map<Resolution, Optional<ReadValue>> outcomes) {
        Resolution resolution =
                it.resolution == null ? null : read(it.resolution, Resolution.class);
        Double value = it.value;
        Score score = null;
        String unscored = null;
        if (resolution == null) {
            unscored = "nothing here tells how it turns out";
        } else if (value == null) {
            unscored = "it is not a number";
        } else if (!time.instant().isAfter(end(resolution.on()))) {
            unscored = "the day has not come";
        } else if (resolution.atLeast() != null && it.madeAt.isAfter(end(resolution.on()))) {
            unscored = "it was made after the day";
        } else {
            Optional<ReadValue> outcome = outcomes.computeIfAbsent(resolution, this::outcome);
            if (outcome.isEmpty()) {
                unscored = "the ledger has no value as of that day, or is away";
            } else {
                score = score(it, value, resolution, outcome.get());
            }
        }
        return new ProjectionPayload(
                it.id,
                it.scenario,
                it.version,
                it.simulation,
                it.specVersion,
                it.madeAt,
                projections.readings(it),
                it.indicator,
                it.value,
                it.low,
                it.high,
                it.level,
                json.valueToTree(quantiles(it)),
                resolution,
                score,
                unscored);
    }

    private Score score(
            ProjectionEntity it, double value, Resolution resolution, ReadValue outcome) {
        double came = ((Number) outcome.value()).doubleValue();
        Double atLeast = resolution.atLeast();
        if (atLeast != null) {
            return Score.ofChance(value, came >= atLeast, resolution.on());
        }
        Double low = it.low;
        Double high = it.high;
        @Nullable Range published = low == null || high == null ? null : new Range(low, high);
        return Score.ofNumber(quantiles(it), value, published, came, resolution.on());
    }

    private Optional<ReadValue> outcome(Resolution it) {
        return calibration.at(
                Optional.of(end(it.on())),
                "outcome",
                new Reference(it.indicator(), it.field(), false));
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private SortedMap<String, Double> quantiles(ProjectionEntity it) {
        try {
            return json.readValue(it.quantiles, new TypeReference<SortedMap<String, Double>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
