package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServicesTest {
    private static final long GIB = 1L << 30;

    /// Of 16 GB that a machine has, its system keeps some for itself.
    @Test
    void ingestHasALargerHeapWhereTheMachineHasRoom() {
        assertThat(Services.ofIngest(8 * GIB)).contains("-Xmx1280m", "-Xmn256m");
        assertThat(Services.ofIngest(15 * GIB + GIB / 2)).contains("-Xmx2g", "-Xmn768m");
    }
}
