package rubicon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of the transitions, a row a case, with both sides of each guard. The words are those
/// of [Script]: *B* is breached, *H* in the band, *C* clear; a rule is *F* and *K*. A move is
/// minute, from, to, severity, reason and notice.
class TransitionTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NORMAL, B, F = 0             | 0 0      | -            | NORMAL  | 5 B    | FIRING  | 5 NORMAL>FIRING WARNING BREACHED FIRST
                    NORMAL, B, F > 0             | 60 0     | -            | NORMAL  | 5 B    | PENDING | 5 NORMAL>PENDING WARNING BREACHED -
                    NORMAL, H                    | 0 0      | -            | NORMAL  | 5 H    | NORMAL  | -
                    NORMAL, C                    | 0 0      | -            | NORMAL  | 5 C    | NORMAL  | -
                    PENDING, B, t-activeAt < F   | 60 0     | 0 B          | PENDING | 59 600 | PENDING | -
                    PENDING, B, t-activeAt = F   | 60 0     | 0 B          | PENDING | 60 B   | FIRING  | 60 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    PENDING, timer before F      | 60 0     | 0 B          | PENDING | 59 timer | PENDING | -
                    PENDING, timer at F          | 60 0     | 0 B          | PENDING | 60 timer | FIRING | 60 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    PENDING, timer long after F  | 60 0     | 0 B          | PENDING | 90 timer | FIRING | 60 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    PENDING, H                   | 60 0     | 0 B          | PENDING | 59 H   | NORMAL  | 59 PENDING>NORMAL WARNING NOT_SUSTAINED -
                    PENDING, C                   | 60 0     | 0 B          | PENDING | 59 C   | NORMAL  | 59 PENDING>NORMAL WARNING NOT_SUSTAINED -
                    FIRING, B, same severity     | 0 0      | 0 B          | FIRING  | 5 600  | FIRING  | -
                    FIRING, B, higher severity   | 0 0 two  | 0 B          | FIRING  | 5 2500 | FIRING  | 5 FIRING>FIRING WARNING SEVERITY_RAISED SEVERITY_RAISED
                    FIRING, B, lower severity    | 0 0 two  | 0 2500       | FIRING  | 5 B    | FIRING  | 5 FIRING>FIRING NOTICE SEVERITY_LOWERED SEVERITY_LOWERED
                    FIRING, H                    | 0 0      | 0 B          | FIRING  | 5 H    | FIRING  | -
                    FIRING, C, K = 0             | 0 0      | 0 B          | FIRING  | 5 C    | NORMAL  | 5 FIRING>NORMAL WARNING CLEARED RESOLVED
                    FIRING, C, K > 0             | 0 60     | 0 B          | FIRING  | 5 C    | RECOVERING | 5 FIRING>RECOVERING WARNING CLEARED -
                    RECOVERING, B                | 30 60    | 0 B, 40 C    | RECOVERING | 99 B | FIRING | 99 RECOVERING>FIRING WARNING RELAPSED -
                    RECOVERING, H                | 30 60    | 0 B, 40 C    | RECOVERING | 99 H | FIRING | 99 RECOVERING>FIRING WARNING RELAPSED -
                    RECOVERING, C, t-since < K   | 30 60    | 0 B, 40 C    | RECOVERING | 99 300 | RECOVERING | -
                    RECOVERING, C, t-since = K   | 30 60    | 0 B, 40 C    | RECOVERING | 100 C | NORMAL | 100 RECOVERING>NORMAL WARNING KEEP_FIRING_ELAPSED RESOLVED
                    RECOVERING, timer before K   | 30 60    | 0 B, 40 C    | RECOVERING | 99 timer | RECOVERING | -
                    RECOVERING, timer at K       | 30 60    | 0 B, 40 C    | RECOVERING | 100 timer | NORMAL | 100 RECOVERING>NORMAL WARNING KEEP_FIRING_ELAPSED RESOLVED
                    """)
    void valuesAndTime(
            String name,
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        assertRow(rule, given, from, when, to, moves);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NORMAL, -, KEEP                     | 0 0         | -               | NORMAL  | 5 NO_DATA | NORMAL  | -
                    PENDING, -, KEEP                    | 60 0        | 0 B             | PENDING | 50 STALE  | PENDING | -
                    PENDING, -, KEEP: its timer stops   | 60 0        | 0 B, 50 STALE   | PENDING | 500 timer | PENDING | -
                    PENDING, OK again, before the rest  | 60 0        | 0 B, 50 STALE, 500 B | PENDING | 509 timer | PENDING | -
                    PENDING, OK again, after the rest   | 60 0        | 0 B, 50 STALE, 500 B | PENDING | 510 timer | FIRING | 510 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    PENDING, OK again by no new row     | 60 0        | 0 B, 50 STALE, 500 same B | PENDING | 510 timer | FIRING | 510 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    FIRING, -, KEEP                     | 0 0         | 0 B             | FIRING  | 5 ERROR   | FIRING  | -
                    RECOVERING, -, KEEP: timer stops    | 30 60       | 0 B, 40 C, 50 ERROR | RECOVERING | 500 timer | RECOVERING | -
                    RECOVERING, OK again, before rest   | 30 60       | 0 B, 40 C, 50 ERROR, 500 C | RECOVERING | 549 timer | RECOVERING | -
                    RECOVERING, OK again, after rest    | 30 60       | 0 B, 40 C, 50 ERROR, 500 C | RECOVERING | 550 timer | NORMAL | 550 RECOVERING>NORMAL WARNING KEEP_FIRING_ELAPSED RESOLVED
                    NORMAL, -, ALERT, F = 0             | 0 0 ALERT   | -               | NORMAL  | 5 NO_DATA | FIRING  | 5 NORMAL>FIRING WARNING NO_DATA FIRST
                    NORMAL, -, ALERT, F > 0             | 60 60 ALERT | -               | NORMAL  | 5 STALE   | PENDING | 5 NORMAL>PENDING WARNING STALE -
                    PENDING, -, ALERT, before F         | 60 60 ALERT | 5 ERROR         | PENDING | 64 timer  | PENDING | -
                    PENDING, -, ALERT, at F             | 60 60 ALERT | 5 ERROR         | PENDING | 65 timer  | FIRING  | 65 PENDING>FIRING WARNING ERROR FIRST
                    FIRING, -, ALERT                    | 0 0 ALERT   | 0 B             | FIRING  | 5 ERROR   | FIRING  | -
                    FIRING NOTICE, -, ALERT             | 0 0 two ALERT | 0 B           | FIRING  | 5 ERROR   | FIRING  | -
                    RECOVERING, -, ALERT                | 60 60 ALERT | 0 B, 61 C       | RECOVERING | 62 ERROR | FIRING | 62 RECOVERING>FIRING WARNING ERROR -
                    PENDING, -, OK                      | 60 0 OK     | 0 B             | PENDING | 5 STALE   | NORMAL  | 5 PENDING>NORMAL WARNING STALE -
                    FIRING, -, OK, K = 0                | 0 0 OK      | 0 B             | FIRING  | 5 NO_DATA | NORMAL  | 5 FIRING>NORMAL WARNING NO_DATA RESOLVED
                    FIRING, -, OK, K > 0                | 0 60 OK     | 0 B             | FIRING  | 5 NO_DATA | RECOVERING | 5 FIRING>RECOVERING WARNING NO_DATA -
                    RECOVERING, -, OK, before K         | 0 60 OK     | 0 B, 5 NO_DATA  | RECOVERING | 64 timer | RECOVERING | -
                    RECOVERING, -, OK, at K             | 0 60 OK     | 0 B, 5 NO_DATA  | RECOVERING | 65 timer | NORMAL | 65 RECOVERING>NORMAL WARNING NO_DATA RESOLVED
                    FIRING by ALERT, reads C again      | 0 0 ALERT   | 0 C, 5 ERROR    | FIRING  | 6 same C  | NORMAL  | 6 FIRING>NORMAL WARNING DATA_RETURNED RESOLVED
                    NORMAL by OK, reads B again         | 0 0 OK      | 0 B, 5 ERROR    | NORMAL  | 6 same B  | FIRING  | 6 NORMAL>FIRING WARNING DATA_RETURNED FIRST
                    """)
    void noDataPolicies(
            String name,
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        assertRow(rule, given, from, when, to, moves);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FIRING, MISSING, KEEP                | 0 0           | 0 B, 5 MISSING | FIRING  | 6 MISSING | FIRING  | -
                    FIRING, MISSING, KEEP beside OK      | 0 0 OK        | 0 B, 5 MISSING | FIRING  | 6 MISSING | FIRING  | -
                    NORMAL, MISSING, KEEP beside ALERT   | 0 0 ALERT     | 0 C, 5 MISSING | NORMAL  | 6 MISSING | NORMAL  | -
                    PENDING, MISSING, KEEP: timer stops  | 60 0          | 0 B, 5 MISSING | PENDING | 500 timer | PENDING | -
                    FIRING, MISSING once of two          | 0 0 MISSING2  | 0 B            | FIRING  | 5 MISSING | FIRING  | -
                    FIRING, MISSING twice of two         | 0 0 MISSING2  | 0 B, 5 MISSING | FIRING  | 6 MISSING | NORMAL  | 6 FIRING>NORMAL WARNING MISSING_SERIES RESOLVED
                    FIRING, MISSING not in a row         | 0 0 MISSING2  | 0 B, 5 MISSING, 6 same B | FIRING | 7 MISSING | FIRING | -
                    PENDING, MISSING twice of two        | 60 0 MISSING2 | 0 B, 5 MISSING | PENDING | 6 MISSING | NORMAL  | 6 PENDING>NORMAL WARNING MISSING_SERIES -
                    RECOVERING, MISSING twice of two     | 0 60 MISSING2 | 0 B, 4 C, 5 MISSING | RECOVERING | 6 MISSING | NORMAL | 6 RECOVERING>NORMAL WARNING MISSING_SERIES RESOLVED
                    NORMAL, MISSING twice of two         | 0 0 MISSING2  | 0 C, 5 MISSING | NORMAL  | 6 MISSING | NORMAL  | -
                    """)
    void missingSeries(
            String name,
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        assertRow(rule, given, from, when, to, moves);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NORMAL, query edited               | 0 0     | 0 C             | NORMAL  | 5 query     | NORMAL  | -
                    PENDING, query edited              | 60 60   | 0 B             | PENDING | 5 query     | NORMAL  | 5 PENDING>NORMAL WARNING RULE_UPDATED -
                    FIRING, query edited               | 0 0     | 0 B             | FIRING  | 5 query     | NORMAL  | 5 FIRING>NORMAL WARNING RULE_UPDATED RESOLVED
                    FIRING, threshold edited           | 0 0     | 0 B             | FIRING  | 5 threshold | NORMAL  | 5 FIRING>NORMAL WARNING RULE_UPDATED RESOLVED
                    FIRING, labels edited              | 0 0     | 0 B             | FIRING  | 5 labels    | NORMAL  | 5 FIRING>NORMAL WARNING RULE_UPDATED RESOLVED
                    RECOVERING, labels edited          | 30 60   | 0 B, 40 C       | RECOVERING | 50 labels | NORMAL | 50 RECOVERING>NORMAL WARNING RULE_UPDATED RESOLVED
                    PENDING, text edited               | 60 60   | 0 B             | PENDING | 5 text      | PENDING | -
                    FIRING, text edited                | 0 0     | 0 B             | FIRING  | 5 text      | FIRING  | -
                    FIRING, paused                     | 0 0     | 0 B             | FIRING  | 5 pause     | NORMAL  | 5 FIRING>NORMAL WARNING PAUSED RESOLVED
                    PENDING, paused                    | 60 0    | 0 B             | PENDING | 5 pause     | NORMAL  | 5 PENDING>NORMAL WARNING PAUSED -
                    NORMAL, B while paused             | 0 0     | 5 pause         | NORMAL  | 6 B         | NORMAL  | -
                    NORMAL, B after it was resumed     | 0 0     | 5 pause, 6 B, 7 resume | NORMAL | 8 B  | FIRING  | 8 NORMAL>FIRING WARNING BREACHED FIRST
                    NORMAL, deleted                    | 0 0     | 0 C             | NORMAL  | 5 delete    | NORMAL  | -
                    PENDING, deleted                   | 60 60   | 0 B             | PENDING | 5 delete    | NORMAL  | 5 PENDING>NORMAL WARNING RULE_DELETED -
                    FIRING, deleted                    | 0 0     | 0 B             | FIRING  | 5 delete    | NORMAL  | 5 FIRING>NORMAL WARNING RULE_DELETED RESOLVED
                    FIRING, K edited: old K            | 0 60    | 0 B, 5 timers 0 0 | FIRING | 6 C        | RECOVERING | 6 FIRING>RECOVERING WARNING CLEARED -
                    RECOVERING, K edited: not yet      | 0 60    | 0 B, 40 C, 50 timers 0 10 | RECOVERING | 99 timer | RECOVERING | -
                    RECOVERING, K edited: old K        | 0 60    | 0 B, 40 C, 50 timers 0 10 | RECOVERING | 100 timer | NORMAL | 100 RECOVERING>NORMAL WARNING KEEP_FIRING_ELAPSED RESOLVED
                    FIRING, F edited: old F to raise   | 0 0 two | 0 B, 5 timers 60 0 | FIRING | 6 2500    | FIRING  | 6 FIRING>FIRING WARNING SEVERITY_RAISED SEVERITY_RAISED
                    NORMAL after F edited: new F       | 0 0     | 0 B, 5 timers 60 0, 6 C | NORMAL | 7 B  | PENDING | 7 NORMAL>PENDING WARNING BREACHED -
                    PENDING, F edited: before new F    | 60 60   | 0 B, 5 timers 20 0 | PENDING | 19 timer | PENDING | -
                    PENDING, F edited: at new F        | 60 60   | 0 B, 5 timers 20 0 | PENDING | 20 timer | FIRING  | 20 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    PENDING, F edited to less than ran | 60 60   | 0 B, 50 timers 20 0 | PENDING | 51 timer | FIRING | 50 PENDING>FIRING WARNING PENDING_ELAPSED FIRST
                    """)
    void acts(
            String name,
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        assertRow(rule, given, from, when, to, moves);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NORMAL, B by history                     | 60 60   | -              | NORMAL | 5 history B | FIRING | 5 NORMAL>FIRING WARNING BASELINE -
                    NORMAL, H by history                     | 60 60   | -              | NORMAL | 5 history H | NORMAL | -
                    FIRING by history, C                     | 0 0     | 0 history B    | FIRING | 5 C         | NORMAL | 5 FIRING>NORMAL WARNING CLEARED -
                    FIRING by history, B of higher severity  | 0 0 two | 0 history B    | FIRING | 5 2500      | FIRING | 5 FIRING>FIRING WARNING SEVERITY_RAISED SEVERITY_RAISED
                    FIRING by history and raised, C          | 0 0 two | 0 history B, 5 2500 | FIRING | 6 C    | NORMAL | 6 FIRING>NORMAL WARNING CLEARED RESOLVED
                    FIRING by history, B of lower severity   | 0 0 two | 0 history 2500 | FIRING | 5 B         | FIRING | 5 FIRING>FIRING NOTICE SEVERITY_LOWERED -
                    NORMAL B, a breach that goes on          | 60 60   | -              | NORMAL | 5 goes-on B | FIRING | 5 NORMAL>FIRING WARNING RETROACTIVE FIRST
                    NORMAL H, a breach that goes on          | 60 60   | -              | NORMAL | 5 goes-on H | FIRING | 5 NORMAL>FIRING WARNING RETROACTIVE FIRST
                    NORMAL C, a breach that was over         | 60 60   | -              | NORMAL | 5 was-over C | NORMAL | 5 NORMAL>FIRING WARNING RETROACTIVE -; 5 FIRING>NORMAL WARNING RETROACTIVE -
                    NORMAL B, a breach that was over         | 60 60   | -              | NORMAL | 5 was-over B | PENDING | 5 NORMAL>FIRING WARNING RETROACTIVE -; 5 FIRING>NORMAL WARNING RETROACTIVE -; 5 NORMAL>PENDING WARNING BREACHED -
                    NORMAL C, no breach in the past          | 60 60   | -              | NORMAL | 5 was-not C | NORMAL | -
                    FIRING, a correction                     | 0 0     | 0 B            | FIRING | 5 was-over C | NORMAL | 5 FIRING>NORMAL WARNING CLEARED RESOLVED
                    """)
    void historyAndCorrections(
            String name,
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        assertRow(rule, given, from, when, to, moves);
    }

    private static void assertRow(
            String rule,
            String given,
            AlertCondition from,
            String when,
            AlertCondition to,
            String moves) {
        var watch = new Watch(Script.rule(rule));
        Script.play(watch, given);
        assertThat(watch.condition()).as("given").isEqualTo(from);

        Script.play(watch, when);

        assertThat(watch.moves().isEmpty() ? "-" : String.join("; ", watch.moves()))
                .isEqualTo(moves);
        assertThat(watch.condition()).isEqualTo(to);
    }
}
