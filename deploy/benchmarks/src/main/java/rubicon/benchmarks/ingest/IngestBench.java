package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Bar;
import rubicon.benchmarks.Contest;
import rubicon.benchmarks.Folders;
import rubicon.benchmarks.PeakMemory;
import rubicon.benchmarks.ProcessorTime;
import rubicon.local.driver.DrivenHouse;
import rubicon.model.wire.Topics;

/// How many observations a second get from Kafka into the ledger, with revisions, provenance, rules
/// and metrics on, and every indicator's state right at the end.
///
/// In turn, on one house: the same observations through Rubicon, and through each peer into a table
/// of the same PostgreSQL. Everybody is running and warm before, and is measured from the first
/// record that is sent until all are committed.
public final class IngestBench {
    private static final List<Bar> PEERS =
            List.of(
                    new Bar(DebeziumSink.NAME, 1.0),
                    new Bar(LeanLoop.NAME, 0.6),
                    new Bar(StagedCopy.NAME, 0));
    private static final String TITLE = "observations/s";
    private static final int WARM_UPS = 2;
    private static final int WARM_UP = 200_000;

    private final DrivenHouse house;
    private final Feed feed;
    private final JsonNode status;
    private final List<Peer> peers = new ArrayList<>();

    private IngestBench(DrivenHouse house, Feed feed) throws IOException, InterruptedException {
        this.house = house;
        this.feed = feed;
        this.status = house.status();
    }

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the median of the pairs meets every bar
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws Exception {
        Arguments options = Arguments.parseContest(line, "pairs", "records", "indicators");
        int records = options.count("records", 200_000);
        int indicators = options.count("indicators", 100);
        Contest contest = new Contest(TITLE, options.bars(PEERS));
        List<Load> loads = new ArrayList<>();
        for (int turn = 1; turn <= WARM_UPS; turn++) {
            loads.add(new Load("warm-up-" + turn, indicators, Math.min(records, WARM_UP)));
        }
        for (int pair = 1; pair <= options.count("pairs", 5); pair++) {
            loads.add(new Load("pair-" + pair, indicators, records));
        }
        Path folder = Files.createTempDirectory("rubicon-bench");
        try {
            Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
            for (Load load : loads) {
                load.writeCatalogue(catalogue);
            }
            try (DrivenHouse house =
                            DrivenHouse.up(
                                    folder.resolve("house"),
                                    "--empty",
                                    "--catalogue",
                                    catalogue.toString());
                    Feed feed = new Feed(house.kafka())) {
                new IngestBench(house, feed).measure(contest, loads, folder);
            }
        } finally {
            Folders.delete(folder);
        }
        System.out.println();
        System.out.println(contest.table());
        return contest.isMet();
    }

    private void measure(Contest contest, List<Load> loads, Path folder)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try {
            for (Bar it : contest.bars()) {
                peers.add(start(it.peer(), folder));
            }
            Contest warmUp = new Contest(TITLE, List.of());
            for (int i = 0; i < loads.size(); i++) {
                pair(i < WARM_UPS ? warmUp : contest, loads.get(i), i);
            }
        } finally {
            for (Peer it : peers) {
                it.close();
            }
        }
        System.out.println(PeakMemory.line("ingest", house.pid("ingest")));
    }

    private Peer start(String name, Path folder)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        return switch (name) {
            case DebeziumSink.NAME -> DebeziumSink.start(house, feed, folder);
            case LeanLoop.NAME -> LeanLoop.start(house, feed);
            case StagedCopy.NAME -> StagedCopy.into(house, Load.table("copied_observation"));
            default -> throw new IllegalArgumentException("there is no peer " + name);
        };
    }

    /// Who has his turn first changes from pair to pair.
    private void pair(Contest contest, Load load, int number)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        load.makeRules(house);
        List<Turn> turns = new ArrayList<>();
        turns.add(database -> rubicon(contest, load, database));
        for (Peer peer : peers) {
            turns.add(database -> {
                note(contest, load, peer.name(), peer.take(load));
                requireRightTable(load, peer.table(), database);
            });
        }
        Collections.rotate(turns, number);
        try (Connection database = Sql.connect(house)) {
            for (Turn turn : turns) {
                Sql.tidy(database);
                turn.take(database);
            }
        }
    }

    /// One contender's part of a pair.
    @FunctionalInterface
    private interface Turn {
        void take(Connection database)
                throws SQLException, IOException, ExecutionException, InterruptedException;
    }

    /// Fast and wrong would not count: it is measured until the last state is told.
    private void rubicon(Contest contest, Load load, Connection database)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try (Prepared messages = Prepared.of(load.events().map(Load.Event::message));
                ToldStates states = new ToldStates(house.kafka())) {
            ProcessorTime before = ProcessorTime.of(status);
            Instant begun = Instant.now();
            Duration taken = feed.send(new HouseIntake(Topics.OBSERVATIONS), messages);
            String cost = before.perThousand(status, load.size());
            Duration told = Duration.between(begun, states.untilRight(load));
            note(contest, load, Contest.HOUSE, told.compareTo(taken) > 0 ? told : taken);
            System.out.println(cost);
        }
        requireRightLedger(load, database);
        requireAlerts(load);
    }

    private static void note(Contest contest, Load load, String contender, Duration taken) {
        System.out.println(contest.add(load.name(), contender, load.size(), taken));
    }

    /// Each indicator's rule fires at the last value of the load, and not before.
    private void requireAlerts(Load load) throws IOException, InterruptedException {
        for (int i = 0; i < load.indicators(); i++) {
            JsonNode alerts = house.get("/alerts?rule=" + load.id(i)).path("items");
            if (alerts.size() != 1 || alerts.path(0).path("value").asDouble() != load.best(i)) {
                throw new IllegalStateException(
                        "the rule %s has the alerts %s, should have one of %s"
                                .formatted(load.id(i), alerts, load.best(i)));
            }
        }
    }

    private static void requireRightLedger(Load load, Connection database) throws SQLException {
        String rows =
                "select count(*) from ingest.ledger_statement where indicator like '%s-%%'"
                        .formatted(load.name());
        Sql.require(database, "rows of the ledger", load.size(), rows);
        Sql.require(
                database, "new observations", load.observations(), rows + " and decision = 'NEW'");
        Sql.require(database, "revisions", load.revisions(), rows + " and decision = 'REVISED'");
        Sql.require(
                database,
                "sum of ten times the values that stand",
                load.tenfoldSum(),
                """
                select sum(round(value * 10)) from (
                    select distinct on (indicator, source, external_id) value
                    from ingest.ledger_statement where indicator like '%s-%%'
                    order by indicator, source, external_id, stated_at desc) standing
                """
                        .formatted(load.name()));
    }

    private static void requireRightTable(Load load, PeerTable table, Connection database)
            throws SQLException {
        String where = " from %s where key like '%s-%%'".formatted(table.name(), load.name());
        Sql.require(
                database,
                "rows of " + table.name(),
                load.observations(),
                "select count(*)" + where);
        Sql.require(
                database,
                "sum of ten times the values of " + table.name(),
                load.tenfoldSum(),
                "select sum(round(value * 10))" + where);
    }
}
