package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.house.Status.Component;
import rubicon.local.process.Ports;
import rubicon.local.process.Processes;

class StatusTest {
    @TempDir private Path folder;

    @Test
    void jsonHasTheFormOfTheContract() throws Exception {
        Status status =
                new Status(
                        false,
                        List.of(
                                new Component("ingest", "UP", 42, 8081, 210),
                                new Component("web-ui", "DOWN", 43, 8080, 0)));

        assertThat(status.toJson())
                .isEqualTo(
                        """
                        {"ready":false,"components":[\
                        {"name":"ingest","state":"UP","pid":42,"port":8081,"rssMb":210},\
                        {"name":"web-ui","state":"DOWN","pid":43,"port":8080,"rssMb":0}]}\
                        """);
    }

    @Test
    void theTableHasALineForEachComponent() {
        Status status = new Status(true, List.of(new Component("ingest", "UP", 42, 8081, 210)));

        assertThat(status.toTable().lines())
                .containsExactly(
                        "component    state          pid    port   rss MB",
                        "ingest       UP              42    8081      210",
                        "ready");
    }

    @Test
    void aHouseThatNeverStoodIsNotRunning() throws Exception {
        Status status = Status.of(new DataFolder(folder.resolve("none")));

        assertThat(status.toJson()).isEqualTo("{\"ready\":false,\"components\":[]}");
        assertThat(status.toTable()).isEqualTo("The house is not running.");
    }

    @Test
    void aComponentWhoseProcessEndedIsDownAndTheHouseNotReady() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.prepare();
        ProcessHandle me = ProcessHandle.current();
        int silent = Ports.free();
        long start = Processes.startedAtMillis(me);
        data.write(
                new RunningHouse(
                        me.pid(),
                        start,
                        true,
                        List.of(
                                Part.of("simulator", me, silent),
                                new Part("ingest", me.pid(), start - 60_000, silent))));

        Status status = Status.of(data);

        assertThat(status.ready()).isFalse();
        assertThat(status.components())
                .extracting(Component::state)
                .containsExactly("STARTING", "DOWN");
        assertThat(status.components().getFirst().rssMb()).isBetween(10L, 4_000L);
        assertThat(status.components().getLast().rssMb()).isZero();
    }
}
