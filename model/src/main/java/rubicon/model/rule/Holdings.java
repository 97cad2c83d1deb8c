package rubicon.model.rule;

import java.time.Instant;
import java.util.Collection;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.History;
import rubicon.model.wire.ChroniclePayload;

/// What a condition may read, as of one moment.
public interface Holdings {

    /// An entry of the catalogue.
    Indicator indicator(IndicatorId id);

    /// The histories of an indicator's observations, all of them: what [#standing] tells is had for
    /// less.
    Collection<History> histories(IndicatorId id);

    /// What counts on an indicator, with what follows from it.
    Standing standing(IndicatorId id);

    /// What a reading leaves of what counts on an indicator.
    default Standing standing(IndicatorId id, SeriesReading reading) {
        return standing(id).read(reading);
    }

    /// All that was told of the entries of a kind.
    Collection<EntryHistory<ChroniclePayload>> entries(EntryKind kind);

    /// The moment.
    Instant now();
}
