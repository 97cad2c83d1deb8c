package rubicon.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceTest {

    @ParameterizedTest(name = "{0} {1}, own {2}: {3}")
    @CsvSource({
        "MIT, YES, , YES",
        "MIT, YES, MIT, YES",
        "MIT, YES, CC-BY-4.0, YES",
        "MIT, YES, CC-BY-NC-4.0, CITE",
        "MIT, YES, none stated, YES",
        "MIT, YES, MIT; site none stated, CITE",
        "MIT, YES, computed here, OWN",
        "none stated, CITE, MIT, CITE",
        "MIT; site none stated, CITE, MIT; site none stated, CITE",
        "secret, NO, MIT, NO",
        "secret, NO, none stated, NO",
        "computed here, OWN, MIT, OWN",
        "computed here, OWN, none stated, OWN",
        "our own, OWN, , OWN",
        "our own, OWN, who knows, CITE",
    })
    void theStricterOfTheIndicatorsAndTheValuesOwnTermsHolds(
            String id, Export export, @Nullable String own, Export expected) {
        assertThat(new Licence(id, export).exportOf(own)).isEqualTo(expected);
    }
}
