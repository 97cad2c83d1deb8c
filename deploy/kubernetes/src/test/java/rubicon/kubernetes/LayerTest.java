package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class LayerTest {
    @Test
    void aDevelopersMachineMayLackAProgram() {
        assertThat(Layer.required(null, null)).isFalse();
        assertThat(Layer.required("", "")).isFalse();
        assertThat(Layer.missing("a layer", "no program", false))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void continuousIntegrationMayNot() {
        assertThat(Layer.required("", "true")).isTrue();
        assertThatThrownBy(() -> Layer.missing("a layer", "no program", true))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("a layer. no program");
    }

    @Test
    void theSwitchOverridesWhatTheMachineSays() {
        assertThat(Layer.required("true", null)).isTrue();
        assertThat(Layer.required("false", "true")).isFalse();
    }
}
