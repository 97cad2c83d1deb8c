package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

/// How many eval runs a second get from Kafka into the ledger: a first load, and then the same runs
/// with other scores, each beside a staged COPY of the same rows into the same PostgreSQL.
public final class UpsertBench {
    private static final List<Bar> PEERS = List.of(new Bar(StagedCopy.NAME, 0.5));
    private static final int WARM_UPS = 2;
    private static final int WARM_UP = 100_000;

    private final DrivenHouse house;
    private final Feed feed;
    private final JsonNode status;

    private UpsertBench(DrivenHouse house, Feed feed) throws IOException, InterruptedException {
        this.house = house;
        this.feed = feed;
        this.status = house.status();
    }

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the medians of both rounds meet the bar
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws Exception {
        Arguments options = Arguments.parseContest(line, "pairs", "rows");
        int rows = options.count("rows", 100_000);
        int pairs = options.count("pairs", 5);
        List<Contest> contests = contests(options.bars(PEERS));
        Path folder = Files.createTempDirectory("rubicon-bench");
        try (DrivenHouse house = DrivenHouse.up(folder.resolve("house"), "--empty");
                Feed feed = new Feed(house.kafka())) {
            UpsertBench bench = new UpsertBench(house, feed);
            try (StagedCopy copy = StagedCopy.into(house, RunLoad.table("copied_run"))) {
                for (int turn = 1; turn <= WARM_UPS; turn++) {
                    RunLoad load = new RunLoad("warm-up-" + turn, Math.min(rows, WARM_UP));
                    bench.pair(contests(List.of()), load, copy, turn);
                }
                for (int pair = 1; pair <= pairs; pair++) {
                    bench.pair(contests, new RunLoad("pair-" + pair, rows), copy, pair);
                }
            }
            System.out.println(PeakMemory.line("ingest", house.pid("ingest")));
        } finally {
            Folders.delete(folder);
        }
        for (Contest it : contests) {
            System.out.println();
            System.out.println(it.table());
        }
        return contests.stream().allMatch(Contest::isMet);
    }

    private static List<Contest> contests(List<Bar> bars) {
        return List.of(
                new Contest("eval runs/s, first load", bars),
                new Contest("eval runs/s, revisions", bars));
    }

    /// Who has his turn first changes from pair to pair.
    private void pair(List<Contest> contests, RunLoad load, StagedCopy copy, int number)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try (Connection database = Sql.connect(house)) {
            for (int round = 1; round <= contests.size(); round++) {
                Contest contest = contests.get(round - 1);
                if (number % 2 == 0) {
                    takeIn(contest, load, round, database);
                    copy(contest, load, round, copy, database);
                } else {
                    copy(contest, load, round, copy, database);
                    takeIn(contest, load, round, database);
                }
            }
            try (Prepared again = messages(load, contests.size())) {
                send(again);
            }
            requireRightLedger(load, contests.size(), database);
        }
    }

    private void takeIn(Contest contest, RunLoad load, int round, Connection database)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try (Prepared messages = messages(load, round)) {
            Sql.tidy(database);
            ProcessorTime before = ProcessorTime.of(status);
            Duration taken = send(messages);
            String cost = before.perThousand(status, load.size());
            note(contest, load, Contest.HOUSE, taken);
            System.out.println(cost);
        }
        requireRightLedger(load, round, database);
    }

    private static void copy(
            Contest contest, RunLoad load, int round, StagedCopy copy, Connection database)
            throws SQLException, IOException {
        Sql.tidy(database);
        Duration taken = copy.take(load.statements(round).map(RunLoad.Statement::row));
        note(contest, load, copy.name(), taken);
        requireScores(load, round, copy.table().name(), database);
    }

    private static Prepared messages(RunLoad load, int round) throws IOException {
        return Prepared.of(load.statements(round).map(RunLoad.Statement::message));
    }

    private Duration send(Prepared messages)
            throws IOException, ExecutionException, InterruptedException {
        return feed.send(new HouseIntake(Topics.EVAL_RUNS), messages);
    }

    private static void note(Contest contest, RunLoad load, String contender, Duration taken) {
        System.out.println(contest.add(load.name(), contender, load.size(), taken));
    }

    private static void requireRightLedger(RunLoad load, int round, Connection database)
            throws SQLException {
        String rows =
                "select count(*) from ingest.eval_run_statement where source = '%s'"
                        .formatted(load.name());
        Sql.require(database, "rows of the ledger", (long) round * load.size(), rows);
        Sql.require(database, "new runs", load.size(), rows + " and decision = 'NEW'");
        Sql.require(
                database,
                "revisions",
                (round - 1L) * load.size(),
                rows + " and decision = 'REVISED'");
        requireScores(load, round, "ingest.standing_eval_run", database);
    }

    private static void requireScores(RunLoad load, int round, String table, Connection database)
            throws SQLException {
        String where = " from %s where source = '%s'".formatted(table, load.name());
        Sql.require(database, "runs in " + table, load.size(), "select count(*)" + where);
        Sql.require(
                database,
                "four times the sum of the scores in " + table,
                load.fourfoldSum(round),
                "select sum(score * 4)" + where);
    }
}
