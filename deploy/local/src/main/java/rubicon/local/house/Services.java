package rubicon.local.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rubicon.local.StartFailed;
import rubicon.local.postgres.LocalPostgres;

/// The services of a house and what each is told of the others.
record Services(Service ingest, Service simulator, Service webUi) {
    /// The optimising compiler would take a third of a processor for the first minutes under load,
    /// on a machine where five processes share a few; it gains a service that mostly waits little.
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    static Services of(Path home, DataFolder data, HousePorts ports, Options options) {
        String ingestUrl = "http://127.0.0.1:" + ports.ingest();
        Map<String, String> ingest = common(ports, ports.ingest());
        ingest.putAll(database(data, ports));
        ingest.put("RUBICON_SECURITY_CREDENTIALS_FILE", data.credentialsFile().toString());
        if (options.sources() != null) {
            ingest.put("RUBICON_SOURCES_FILE", options.sources().toString());
        }
        if (options.empty() && options.sources() == null) {
            ingest.put("RUBICON_SOURCES_BUILTIN", "false");
        }
        if (options.catalogue() != null) {
            ingest.put("RUBICON_CATALOGUE_DIR", options.catalogue().toString());
        }
        Map<String, String> simulator = common(ports, ports.simulator());
        simulator.put("RUBICON_INGEST_URL", ingestUrl);
        Map<String, String> webUi = common(ports, ports.web());
        webUi.put("RUBICON_INGEST_URL", ingestUrl);
        webUi.put("RUBICON_SIMULATOR_URL", "http://127.0.0.1:" + ports.simulator());
        return new Services(
                service(home, "ingest", ports.ingest(), ingest, "-Xmx320m", QUICK_COMPILER),
                service(home, "simulator", ports.simulator(), simulator, "-Xmx192m"),
                service(home, "web-ui", ports.web(), webUi, "-Xmx320m", QUICK_COMPILER));
    }

    List<Service> all() {
        return List.of(ingest, simulator, webUi);
    }

    /// Checks that all were built.
    ///
    /// @throws StartFailed if one was not
    void requireBuilt() {
        for (Service service : all()) {
            if (!Files.isReadable(service.jar())) {
                throw new StartFailed(
                        "%s is not built: there is no %s".formatted(service.name(), service.jar()));
            }
        }
    }

    private static Service service(
            Path home, String name, int port, Map<String, String> environment, String... jvm) {
        Path jar = home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new Service(name, jar, port, List.of(jvm), Map.copyOf(environment));
    }

    private static Map<String, String> common(HousePorts ports, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("RUBICON_SECURITY_ANONYMOUS_READ", "true");
        return environment;
    }

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
