package rubicon.ingest.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import rubicon.ingest.platform.ProblemException;

class DisagreementPlaceTest {
    @Test
    void aCursorLeadsBackToItsPlaceWhateverTheSubjectIsCalled() {
        DisagreementPlace place = new DisagreementPlace("horizon", "µ model|a b|ai|");

        assertThat(DisagreementPlace.of(place.text())).isEqualTo(place);
        assertThat(DisagreementPlace.of(null)).isLessThan(place);
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> DisagreementPlace.of("!")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> DisagreementPlace.of("aGVsbG8"))
                .isInstanceOf(ProblemException.class);
    }
}
