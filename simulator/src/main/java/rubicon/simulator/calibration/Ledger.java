package rubicon.simulator.calibration;

import java.time.Instant;
import java.util.Optional;
import rubicon.model.wire.IndicatorStatePayload;

/// The ledger, as far as parameters are read from it.
public interface Ledger {

    /// What the ledger answers.
    sealed interface Answer<T> {

        /// This.
        record Told<T>(T value) implements Answer<T> {}

        /// There is no such indicator.
        record Unknown<T>() implements Answer<T> {}

        /// Nothing now.
        ///
        /// @param why as a sentence's end: the ledger …
        record Away<T>(String why) implements Answer<T> {}
    }

    /// The state of an indicator.
    ///
    /// @param asOf the moment of which it is asked, now if empty
    Answer<IndicatorStatePayload> state(String indicator, Optional<Instant> asOf);

    /// The kind of an indicator, such as `FORECAST`.
    Answer<String> kind(String indicator);
}
