package rubicon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import rubicon.local.process.Ports;

/// A broker that asks for certificates and rights as Strimzi's does, with users made from the
/// manifests. A second listener is for the tests' own preparations and may do everything.
final class SecuredBroker implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final int open = Ports.free();
    private final int tls = Ports.free();
    private final KafkaRaftServer server;

    private SecuredBroker(Path folder, List<String> users)
            throws IOException, InterruptedException {
        this.folder = folder;
        certificate("broker");
        for (String user : users) {
            certificate(user);
            keytool(
                    "-importcert -noprompt -alias %s -file %s -keystore %s"
                            .formatted(user, file(user + ".crt"), file("users.p12")));
        }
        Properties properties = properties();
        format(properties);
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
    }

    static SecuredBroker start(Path folder, List<String> users)
            throws IOException, InterruptedException {
        return new SecuredBroker(folder, users);
    }

    String securedAddress() {
        return "127.0.0.1:" + tls;
    }

    String openAddress() {
        return "127.0.0.1:" + open;
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, openAddress()));
    }

    /// What the User Operator does with a KafkaUser: rights for the name in its certificate.
    void allow(JsonNode user) throws Exception {
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode rule : user.at("/spec/authorization/acls")) {
            JsonNode resource = rule.path("resource");
            ResourcePattern pattern =
                    new ResourcePattern(
                            ResourceType.fromString(resource.path("type").asText()),
                            resource.path("name").asText(),
                            resource.path("patternType").asText().equals("prefix")
                                    ? PatternType.PREFIXED
                                    : PatternType.LITERAL);
            for (JsonNode operation : rule.path("operations")) {
                rights.add(
                        new AclBinding(
                                pattern,
                                new AccessControlEntry(
                                        "User:CN=" + Manifests.name(user),
                                        "*",
                                        AclOperation.fromString(operation.asText()),
                                        AclPermissionType.ALLOW)));
            }
        }
        try (Admin admin = admin()) {
            admin.createAcls(rights).all().get();
        }
    }

    /// The folders that a pod of this user has below `/etc/rubicon`.
    Path mounted(String user) throws IOException {
        Path mounts = Files.createDirectories(file("mounts-" + user));
        Path ca = Files.createDirectories(mounts.resolve("kafka-ca"));
        Files.copy(file("broker.crt"), ca.resolve("ca.crt"));
        Path own = Files.createDirectories(mounts.resolve("kafka-user"));
        Files.copy(file(user + ".p12"), own.resolve("user.p12"));
        Files.writeString(own.resolve("user.password"), PASSWORD);
        return mounts;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private Properties properties() {
        int controller = Ports.free();
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@127.0.0.1:" + controller,
                        "listeners",
                                "OPEN://%s,TLS://%s,CONTROLLER://127.0.0.1:%d"
                                        .formatted(openAddress(), securedAddress(), controller),
                        "advertised.listeners",
                                "OPEN://%s,TLS://%s".formatted(openAddress(), securedAddress()),
                        "listener.security.protocol.map",
                                "OPEN:PLAINTEXT,TLS:SSL,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name", "OPEN",
                        "controller.listener.names", "CONTROLLER",
                        "log.dirs", file("data").toString(),
                        "offsets.topic.num.partitions", "1"));
        properties.putAll(
                Map.of(
                        "offsets.topic.replication.factor", "1",
                        "group.initial.rebalance.delay.ms", "0",
                        "authorizer.class.name",
                                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users", "User:ANONYMOUS",
                        "ssl.client.auth", "required",
                        "ssl.keystore.type", "PKCS12",
                        "ssl.keystore.location", file("broker.p12").toString(),
                        "ssl.keystore.password", PASSWORD,
                        "ssl.truststore.type", "PKCS12"));
        properties.put("ssl.truststore.location", file("users.p12").toString());
        properties.put("ssl.truststore.password", PASSWORD);
        return properties;
    }

    private void format(Properties properties) throws IOException {
        Path settings = file("server.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            properties.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit =
                StorageTool.execute(
                        new String[] {
                            "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()
                        },
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
    }

    /// A key pair that vouches for itself, beside its certificate.
    private void certificate(String name) throws InterruptedException {
        Path store = file(name + ".p12");
        keytool(
                "-genkeypair -alias own -keyalg EC -groupname secp256r1 -validity 2 -dname CN=%s -ext san=ip:127.0.0.1 -keystore %s"
                        .formatted(name, store));
        keytool(
                "-exportcert -rfc -alias own -keystore %s -file %s"
                        .formatted(store, file(name + ".crt")));
    }

    private void keytool(String arguments) throws InterruptedException {
        Program program = new Program(Path.of(System.getProperty("java.home"), "bin", "keytool"));
        String whole = arguments + " -storetype PKCS12 -storepass " + PASSWORD;
        Program.Run run = program.run(folder, (Object[]) whole.split(" ", -1));
        if (!run.passed()) {
            throw new AssertionError(run.output());
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
