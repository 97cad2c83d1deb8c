package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.StartFailed;
import rubicon.local.process.Ports;

class HousePortsTest {
    private static final String[] OWNERS = {
        "web-ui", "ingest", "simulator", "Kafka", "Kafka's controller", "PostgreSQL"
    };

    @Test
    void everyPortMovesByTheOffset() {
        assertThat(HousePorts.of(0))
                .isEqualTo(new HousePorts(8080, 8081, 8082, 19_092, 19_093, 15_432));
        assertThat(HousePorts.of(100))
                .isEqualTo(new HousePorts(8180, 8181, 8182, 19_192, 19_193, 15_532));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aTakenPortIsNamedWithWhoNeedsIt(int which) throws Exception {
        int[] free = new int[OWNERS.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = Ports.free();
        }
        HousePorts ports = new HousePorts(free[0], free[1], free[2], free[3], free[4], free[5]);
        try (ServerSocket taken =
                new ServerSocket(free[which], 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailed.class)
                    .hasMessage(
                            "Port %d, which %s needs, is taken; give other ports with"
                                    + " --port-offset N.",
                            taken.getLocalPort(), OWNERS[which]);
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }
}
