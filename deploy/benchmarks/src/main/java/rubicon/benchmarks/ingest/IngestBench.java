package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int WARM_UP = 20_000;
    private static final Duration STATES_PATIENCE = Duration.ofMinutes(5);

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
        loads.add(new Load("warm-up", indicators, Math.min(records, WARM_UP)));
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
            pair(new Contest(TITLE, List.of()), loads.getFirst());
            for (Load load : loads.subList(1, loads.size())) {
                pair(contest, load);
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

    private void pair(Contest contest, Load load)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        load.makeRules(house);
        ProcessorTime before = ProcessorTime.of(status);
        Duration taken =
                feed.send(
                        new HouseIntake(Topics.OBSERVATIONS),
                        load.events().map(Load.Event::message));
        String cost = before.perThousand(status, load.size());
        note(contest, load, Contest.HOUSE, taken.plus(untilStatesAreRight(load)));
        System.out.println(cost);
        try (Connection database = Sql.connect(house)) {
            requireRightLedger(load, database);
            for (Peer peer : peers) {
                note(contest, load, peer.name(), peer.take(load));
                requireRightTable(load, peer.table(), database);
            }
        }
    }

    private static void note(Contest contest, Load load, String contender, Duration taken) {
        System.out.println(contest.add(load.name(), contender, load.size(), taken));
    }

    /// Fast and wrong would not count: whoever computes states later is measured until they are
    /// right.
    ///
    /// @return zero if the first look finds each of them right
    private Duration untilStatesAreRight(Load load) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        boolean late = false;
        for (int i = 0; i < load.indicators(); i++) {
            for (String fault = fault(load, i); !fault.isEmpty(); fault = fault(load, i)) {
                if (System.nanoTime() - begun > STATES_PATIENCE.toNanos()) {
                    throw new IllegalStateException(fault);
                }
                late = true;
                Thread.sleep(20);
            }
        }
        return late ? Duration.ofNanos(System.nanoTime() - begun) : Duration.ZERO;
    }

    /// What is wrong with the state of an indicator; empty if nothing is.
    private String fault(Load load, int indicator) throws IOException, InterruptedException {
        JsonNode state = house.get("/indicators/%s/state".formatted(load.id(indicator)));
        JsonNode frontier = state.path("frontier");
        double best = frontier.path(frontier.size() - 1).path("value").asDouble();
        long standing = state.path("counts").path("standing").asLong();
        if (best == load.best(indicator) && standing == load.observations(indicator)) {
            return "";
        }
        return "%s has a best of %s among %d, should be %s among %d"
                .formatted(
                        load.id(indicator),
                        best,
                        standing,
                        load.best(indicator),
                        load.observations(indicator));
    }

    private static void requireRightLedger(Load load, Connection database) throws SQLException {
        String rows =
                "select count(*) from ingest.ledger_statement where indicator like '%s-%%'"
                        .formatted(load.name());
        Sql.require(database, "rows of the ledger", load.size(), rows);
        Sql.require(
                database, "new observations", load.observations(), rows + " and decision = 'NEW'");
        Sql.require(database, "revisions", load.revisions(), rows + " and decision = 'REVISED'");
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
