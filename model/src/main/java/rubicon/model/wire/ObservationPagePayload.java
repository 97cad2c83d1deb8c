package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload.LicencePayload;

/// A page of an indicator's ledger: a [PagePayload] that says under which terms its values may
/// travel on.
///
/// @param licence the indicator's; each row names that of its own source beside
public record ObservationPagePayload(
        List<LedgerRowPayload> items,
        @Nullable String next,
        @Nullable Instant asOf,
        LicencePayload licence) {}
