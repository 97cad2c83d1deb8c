package rubicon.local.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rubicon.local.StartFailed;
import rubicon.local.postgres.LocalPostgres;

/// The services of a house and what each is told of the others.
record Services(Service ingest, Service simulator, Service webUi) {
    private static final String INGEST = "ingest";
    private static final String SIMULATOR = "simulator";
    private static final String WEB_UI = "web-ui";
    private static final List<String> NAMES = List.of(INGEST, SIMULATOR, WEB_UI);

    /// Of its whole size from the start: what grows step by step is searched for garbage at each
    /// step. Memory that nobody has touched yet costs nothing. What stands on indicators is most of
    /// it and stays: all processors look through it, for while they do nobody else is at work. Each
    /// half of what survives holds what is in work, and what is still there at the second look
    /// stays: else what a few batches leave behind grows old, and with it the whole heap is
    /// searched.
    private static final List<String> HEAP_OF_INGEST =
            List.of(
                    "-Xms1536m",
                    "-Xmx1536m",
                    "-Xmn560m",
                    "-XX:+UseParallelGC",
                    "-XX:-UseAdaptiveSizePolicy",
                    "-XX:SurvivorRatio=3",
                    "-XX:MaxTenuringThreshold=1");

    /// Only what is hot is compiled optimally, three to four times later than as delivered: under
    /// its first load the compiler of ingest would take as much of two processors as the work
    /// itself. And in smaller pieces: with all that it calls written into it, a batch's loop takes
    /// the compiler a second each time something new comes its way.
    private static final List<String> LATE_COMPILER =
            List.of(
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=3000",
                    "-XX:Tier4CompileThreshold=50000",
                    "-XX:Tier4BackEdgeThreshold=160000",
                    "-XX:FreqInlineSize=150",
                    "-XX:InlineSmallCode=1200",
                    "-XX:MaxInlineLevel=9");

    private static final String SMALL_HEAP = "-XX:+UseSerialGC";

    /// Two parts of runs are at work at once, each with a summary for every number that its model
    /// gives, and what is told of a run joins those of all its parts.
    private static final String HEAP_OF_SIMULATOR = "-Xmx512m";

    /// The optimising compiler would take a third of a processor for the first minutes under load,
    /// on a machine where five processes share a few; it gains a service that mostly waits little.
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    static Services of(Path home, DataFolder data, HousePorts ports, Options options) {
        String ingestUrl = "http://127.0.0.1:" + ports.ingest();
        Map<String, String> ingest = common(ports, ports.ingest());
        ingest.putAll(database(data, ports));
        ingest.put("RUBICON_SECURITY_CREDENTIALS_FILE", data.credentialsFile().toString());
        ingest.put("RUBICON_IMPORTS_FOLDER", data.imports().toString());
        options.sources().ifPresent(it -> ingest.put("RUBICON_SOURCES_FILE", it.toString()));
        if (options.empty() && options.sources().isEmpty()) {
            ingest.put("RUBICON_SOURCES_BUILTIN", "false");
        }
        options.catalogue().ifPresent(it -> ingest.put("RUBICON_CATALOGUE_DIR", it.toString()));
        options.catalogue()
                .map(it -> it.resolve("aliases.yaml"))
                .filter(Files::exists)
                .ifPresent(it -> ingest.put("RUBICON_SOURCES_ALIASES", it.toString()));
        Map<String, String> simulator = common(ports, ports.simulator());
        simulator.putAll(database(data, ports));
        simulator.put("RUBICON_INGEST_URL", ingestUrl);
        Map<String, String> webUi = common(ports, ports.web());
        webUi.put("RUBICON_INGEST_URL", ingestUrl);
        webUi.put("RUBICON_SIMULATOR_URL", "http://127.0.0.1:" + ports.simulator());
        return new Services(
                service(home, INGEST, ports.ingest(), ingest, ofIngest()),
                service(
                        home,
                        SIMULATOR,
                        ports.simulator(),
                        simulator,
                        HEAP_OF_SIMULATOR,
                        SMALL_HEAP),
                service(home, WEB_UI, ports.web(), webUi, "-Xmx320m", SMALL_HEAP, QUICK_COMPILER));
    }

    private static String[] ofIngest() {
        return Stream.of(HEAP_OF_INGEST, LATE_COMPILER)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    List<Service> all() {
        return List.of(ingest, simulator, webUi);
    }

    /// Checks that all were built.
    ///
    /// @throws StartFailed if one was not
    static void requireBuilt(Path home) {
        for (String name : NAMES) {
            if (!Files.isReadable(jar(home, name))) {
                throw new StartFailed(
                        "%s is not built: there is no %s".formatted(name, jar(home, name)));
            }
        }
    }

    private static Service service(
            Path home, String name, int port, Map<String, String> environment, String... jvm) {
        return new Service(name, jar(home, name), port, List.of(jvm), Map.copyOf(environment));
    }

    private static Path jar(Path home, String name) {
        return home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static Map<String, String> common(HousePorts ports, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("RUBICON_SECURITY_ANONYMOUS_READ", "true");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return environment;
    }

    /// Of those that keep something: one database, a schema for each service.
    private static Map<String, String> database(DataFolder data, HousePorts ports) {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(ports.postgres(), LocalPostgres.DATABASE);
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                LocalPostgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                data.databasePassword());
    }
}
