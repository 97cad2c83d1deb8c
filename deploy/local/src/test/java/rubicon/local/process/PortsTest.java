package rubicon.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortOnWhichSomebodyListensIsNotFree() throws Exception {
        int port = Ports.free();
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
            assertThat(Ports.answers(port)).isTrue();
        }
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(Ports.answers(port)).isFalse();
    }

    @Test
    void aPortThatIsTakenOnAllAddressesIsNotFree() throws Exception {
        try (var server = new ServerSocket(0)) {
            assertThat(Ports.isFree(server.getLocalPort())).isFalse();
        }
    }
}
