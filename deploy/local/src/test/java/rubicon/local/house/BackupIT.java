package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.house.TestLauncher.Answer;
import rubicon.local.postgres.LocalPostgres;
import rubicon.model.wire.Topics;

/// A backup of real stores, and the house that is made of it, with services that only say that they
/// are ready and a schema that has what is difficult to keep.
class BackupIT {
    private static final String FIRST =
            """
            create table word (
                id      bigint generated always as identity primary key,
                word    text,
                length  int generated always as (length(word)) stored,
                value   double precision,
                bytes   bytea,
                at      timestamptz,
                tags    text[],
                content jsonb
            );
            create table page (
                id   uuid primary key default gen_random_uuid(),
                word bigint not null references word (id)
            );
            create table head (one boolean primary key, count bigint not null);
            insert into head values (true, 0);
            create sequence block increment by 64;
            create function refuse() returns trigger language plpgsql as $$
            begin raise exception 'append only'; end $$;
            create trigger word_append_only before update or delete or truncate on word
                for each statement execute function refuse();
            create table dead_letter (
                topic text, "partition" int, "offset" bigint, stamped_at timestamptz
            );
            """;
    private static final String ROWS =
            """
            insert into word (word, value, bytes, at, tags, content) values
              (E'tab\\t line\\n back\\\\slash \\u00e9 \\U0001F600', 0.1, '\\x00ff', '2026-03-03 21:04:54.123456+05', '{a,"b,c",NULL}', '{"b": 1, "a": [null]}'),
              ('', 'NaN', '', 'infinity', '{}', 'null'),
              (null, 1e-300, null, '-infinity', null, null);
            update head set count = 3;
            select setval('block', 640);
            """;
    private static final String ALL_ROWS =
            "select w::text from word w union all select p::text from page p"
                    + " union all select h::text from head h order by 1";
    private static final Path SIMULATOR =
            Path.of("../../simulator/src/main/resources/db/migration");
    private static final String SIMULATIONS =
            """
            insert into simulator.simulation
              (id, model, spec_version, request, samples, blocks, chunk, done, state, created_at,
               created_by, deadline, moved_at, finished_at, result)
            values
              ('00000000-0000-0000-0000-000000000001', 'm', '1', E'{"seed": 1}\\n', 1000, 4, 2, 4,
               'DONE', now(), 'anna', now(), now(), now(), '{"p50": 0.1}'),
              ('00000000-0000-0000-0000-000000000002', 'm', '1', '{}', 1000, 4, 2, 2,
               'RUNNING', now(), 'anna', now(), now(), null, null);
            insert into simulator.simulation_part
            values ('00000000-0000-0000-0000-000000000002', 0, 2, '\\x00ff5c0a');
            """;
    private static final String ALL_SIMULATIONS =
            "select s::text from simulator.simulation s"
                    + " union all select p::text from simulator.simulation_part p order by 1";
    private static final TopicPartition READ = new TopicPartition(Topics.OBSERVATIONS, 3);
    private static final TopicPartition UNASKED = new TopicPartition(Topics.EVAL_RUNS, 5);
    // Kafka forgets old records.
    private static final long STAMP = System.currentTimeMillis();
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private DummyProject project;
    private TestLauncher house;
    private Path file;

    @BeforeEach
    void prepare() throws Exception {
        project = DummyProject.createIn(folder.resolve("project"));
        project.migrations("ingest", Map.of("V001__first.sql", FIRST));
        house = new TestLauncher(project.root(), folder.resolve("data"));
        file = folder.resolve("house.zip");
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        house.close();
    }

    @Test
    void aRunningHouseIsBackedUpAtOneMomentAndRestoredWithoutLoss() throws Exception {
        // Given
        house.up();
        migrateAndFill();
        try (var producer = producer()) {
            send(producer, READ, "taken", STAMP + 1_000);
            send(producer, READ, "refused", STAMP + 2_000);
            send(producer, READ, "unread", STAMP + 3_000);
            send(producer, UNASKED, null, STAMP + 4_000);
        }
        commit(READ, 1);
        refused(1, STAMP + 2_000);
        refused(2, STAMP - 9_000); // of another Kafka

        // When
        Answer backup = backUpWhileRowsComeIn();

        // Then
        assertThat(backup.exitCode()).as(backup.text()).isZero();
        assertThat(backup.text()).contains("tables and 2 unread records");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(house.run("backup", file.toString()))
                .isEqualTo(new Answer(1, file + " is there already.\n"));
        assertThat(house.run("restore", file.toString()).text()).contains("A house already runs");
        aDatabaseWithTablesOfNoServiceIsRefused();
        assertThat(house.run("down").exitCode()).isZero();

        try (TestLauncher restored = restored()) {
            assertRestored(restored);
        }
    }

    private void refused(long offset, long stampedAt) throws Exception {
        sql(
                "insert into dead_letter values ('%s', %d, %d, to_timestamp(%d / 1000.0))"
                        .formatted(READ.topic(), READ.partition(), offset, stampedAt));
    }

    private void aDatabaseWithTablesOfNoServiceIsRefused() throws Exception {
        sql("create table public.mine (word text)");
        Answer refused = house.run("backup", folder.resolve("other.zip").toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text())
                .endsWith(
                        "The schema public of the database was not made by a service: a backup can"
                                + " not hold it.\n");
        assertThat(folder.toFile().list((_, name) -> name.contains("other.zip"))).isEmpty();
    }

    /// Each word comes with its page and its count, in one transaction.
    private Answer backUpWhileRowsComeIn() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer =
                Thread.ofPlatform()
                        .start(() -> {
                            try (Connection connection = connect(house);
                                    Statement statement = connection.createStatement()) {
                                connection.setAutoCommit(false);
                                while (!done.get()) {
                                    statement.execute(
                                            "with w as (insert into word (word) values ('w') returning id)"
                                                    + " insert into page (word) select id from w;"
                                                    + " update head set count = count + 1");
                                    connection.commit();
                                }
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        try {
            return house.run("backup", file.toString());
        } finally {
            done.set(true);
            writer.join();
        }
    }

    private void assertRestored(TestLauncher restored) throws Exception {
        restored.up();
        assertThat(
                        query(
                                restored,
                                "select count(*) - 3 from word union select count(*) from page"
                                        + " union select count - 3 from head"))
                .as("words, pages and their count stand together")
                .hasSize(1);
        assertThat(query(restored, "select w::text from word w where id <= 3 order by id"))
                .isEqualTo(query(restored, "select w::text from word w order by id limit 3"))
                .hasSize(3)
                .first()
                .asString()
                .contains("slash é 😀", "0.1", "\\x00ff");
        assertThat(query(restored, "select nextval('block')")).containsExactly("704");
        assertThat(
                        query(
                                restored,
                                "insert into word (word) values ('new') returning"
                                        + " id > (select max(id) from word)"))
                .containsExactly("t");
        assertThat(sqlError(restored, "delete from word")).contains("append only");
        assertThat(sqlError(restored, "insert into page (word) values (0)"))
                .contains("foreign key");

        List<ConsumerRecord<String, String>> records = records(restored);
        assertThat(records)
                .extracting(ConsumerRecord::topic, ConsumerRecord::partition)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(READ.topic(), READ.partition()),
                        org.assertj.core.groups.Tuple.tuple(UNASKED.topic(), UNASKED.partition()));
        assertThat(records)
                .extracting(ConsumerRecord::value)
                .containsExactlyInAnyOrder("unread", null);
        assertThat(records)
                .extracting(ConsumerRecord::timestamp)
                .containsExactlyInAnyOrder(STAMP + 3_000, STAMP + 4_000);
        assertThat(records)
                .allSatisfy(it ->
                        assertThat(it.headers().lastHeader("sort").value())
                                .isEqualTo("é".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aStoppedHouseIsBackedUpAndItsRestoredOneIsTheSame() throws Exception {
        house.up();
        migrateAndFill();
        List<String> rows = query(house, ALL_ROWS);
        assertThat(house.run("down").exitCode()).isZero();

        Answer backup = house.run("backup", file.toString());

        assertThat(backup.exitCode()).as(backup.text()).isZero();
        assertThat(house.data().written()).isEmpty();
        try (TestLauncher restored = restored()) {
            restored.up();
            assertThat(query(restored, ALL_ROWS)).isEqualTo(rows).hasSize(4);
            assertThat(restored.run("down").exitCode()).isZero();
            assertThat(restored.run("restore", file.toString()))
                    .isEqualTo(
                            new Answer(
                                    1,
                                    "%s is not empty, and a backup is restored into an empty folder; name another with --data DIR.\n"
                                            .formatted(restored.data().path())));
        }
    }

    /// With the simulator's own migrations: a run that is done, one that is not, and a part of it.
    @Test
    void runsOfSimulationsComeBackWithTheirParts() throws Exception {
        // Given
        project.migrations("simulator", files(SIMULATOR));
        house.up();
        migrateAndFill();
        migrate("simulator", SIMULATOR);
        sql(SIMULATIONS);
        List<String> rows = query(house, ALL_SIMULATIONS);

        // When
        Answer backup = house.run("backup", file.toString());

        // Then
        assertThat(backup.exitCode()).as(backup.text()).isZero();
        assertThat(house.run("down").exitCode()).isZero();
        try (TestLauncher restored = restored()) {
            restored.up();
            assertThat(query(restored, ALL_SIMULATIONS)).isEqualTo(rows).hasSize(3);
            assertThat(query(restored, ALL_ROWS)).as("ingest's own").hasSize(4);
            assertThat(sqlError(restored, "update simulator.simulation set result = null"))
                    .contains("violates check constraint");
            assertThat(query(restored, "delete from simulator.simulation returning state"))
                    .containsExactlyInAnyOrder("DONE", "RUNNING");
            assertThat(query(restored, ALL_SIMULATIONS)).as("parts go with their run").isEmpty();
        }
    }

    @Test
    void aRestoreThatDoesNotReachItsEndLeavesNoHouse() throws Exception {
        // Given
        house.up();
        migrateAndFill();
        sql("insert into word (word) select repeat('x', 1000) from generate_series(1, 60000)");
        assertThat(house.run("backup", file.toString()).exitCode()).isZero();
        assertThat(house.run("down").exitCode()).isZero();

        try (TestLauncher other = new TestLauncher(project.root(), folder.resolve("other"))) {
            aMigrationThatSaysSomethingElseTodayIsRefused(other);
            controlCEndsEverything(other);
            whatAKilledRestoreLeftIsNoHouse(other);

            assertThat(other.run("restore", file.toString()).exitCode()).isZero();
            other.up();
            assertThat(query(other, "select count(*)::text from word")).containsExactly("60003");
        }
    }

    private void aMigrationThatSaysSomethingElseTodayIsRefused(TestLauncher other)
            throws Exception {
        project.migrations("ingest", Map.of("V001__first.sql", FIRST.replace("jsonb", "json")));
        Answer refused = other.run("restore", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text())
                .contains("as other migrations than this Rubicon's have made it")
                .doesNotContain("Exception");
        assertThat(other.data().path().toFile().list()).containsExactly("house.lock");
        project.migrations("ingest", Map.of("V001__first.sql", FIRST));
    }

    private void controlCEndsEverything(TestLauncher other) throws Exception {
        Process restore = other.startUntil("is sound", "restore", file.toString());
        new ProcessBuilder("kill", "-INT", "" + restore.pid()).start().waitFor();
        assertThat(restore.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.data().path().toFile().list()).containsExactly("house.lock");
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(it ->
                        it.info().commandLine().orElse("").contains("-D " + other.data().path()));
    }

    private static void whatAKilledRestoreLeftIsNoHouse(TestLauncher other) throws Exception {
        Path data = other.data().path();
        Files.createDirectories(data.resolve("restoring/postgresql"));
        Files.createDirectories(data.resolve("kafka"));
        Answer up = other.run("up");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text()).contains("A restore into " + data + " was broken off; run it again.");
    }

    @Test
    void whereNoHouseStandsNothingIsBackedUp() throws Exception {
        assertThat(house.run("backup", file.toString()))
                .isEqualTo(
                        new Answer(1, "There is no house on %s.\n".formatted(house.data().path())));
        assertThat(house.data().path()).doesNotExist();
        assertThat(file).doesNotExist();
    }

    private TestLauncher restored() throws Exception {
        TestLauncher restored = new TestLauncher(project.root(), folder.resolve("restored"));
        Answer answer = restored.run("restore", file.toString());
        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("All of it is restored");
        assertThat(restored.data().restoring().path()).doesNotExist();
        return restored;
    }

    private void migrateAndFill() throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(scripts.resolve("V001__first.sql"), FIRST);
        migrate("ingest", scripts);
        sql(ROWS);
    }

    private static Map<String, String> files(Path folder) throws Exception {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void migrate(String schema, Path scripts) {
        Flyway.configure()
                .dataSource(url(house), LocalPostgres.USER, house.data().databasePassword())
                .schemas(schema)
                .locations("filesystem:" + scripts)
                .load()
                .migrate();
    }

    private void sql(String statements) throws Exception {
        try (Connection connection = connect(house);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String sqlError(TestLauncher of, String sql) {
        try (Connection connection = connect(of);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> query(TestLauncher of, String sql) throws SQLException {
        try (Connection connection = connect(of);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static Connection connect(TestLauncher of) throws SQLException {
        return DriverManager.getConnection(
                url(of) + "?currentSchema=ingest",
                LocalPostgres.USER,
                of.data().databasePassword());
    }

    private static String url(TestLauncher of) {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(of.ports().postgres(), LocalPostgres.DATABASE);
    }

    private static Map<String, Object> kafka(TestLauncher of) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + of.ports().kafka(),
                "group.id",
                Topics.INTAKE_GROUP,
                "enable.auto.commit",
                false);
    }

    private KafkaProducer<String, @Nullable String> producer() {
        return new KafkaProducer<String, @Nullable String>(
                Map.of("bootstrap.servers", "127.0.0.1:" + house.ports().kafka()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(
            KafkaProducer<String, @Nullable String> producer,
            TopicPartition partition,
            @Nullable String value,
            long timestamp)
            throws Exception {
        var kafka =
                new ProducerRecord<String, @Nullable String>(
                        partition.topic(), partition.partition(), timestamp, "key", value);
        kafka.headers().add("sort", "é".getBytes(StandardCharsets.UTF_8));
        producer.send(kafka).get(60, TimeUnit.SECONDS);
    }

    private void commit(TopicPartition partition, long offset) {
        try (var consumer =
                new KafkaConsumer<>(
                        kafka(house), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    private static List<ConsumerRecord<String, String>> records(TestLauncher of) {
        try (var consumer =
                new KafkaConsumer<>(
                        kafka(of), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all =
                    List.of(Topics.OBSERVATIONS, Topics.EVAL_RUNS).stream()
                            .flatMap(topic -> consumer.partitionsFor(topic, SOON).stream())
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long expected =
                    consumer.endOffsets(all, SOON).values().stream().mapToLong(it -> it).sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.size() < expected) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }
}
