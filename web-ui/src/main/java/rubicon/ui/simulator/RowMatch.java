package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/// Which row of one table each row of another comes from.
final class RowMatch {
    private RowMatch() {}

    /// Rows that are alike, as many as keep their order (a longest common subsequence); what lies
    /// between comes from the row that follows there in the old table, or from the one before.
    ///
    /// @param old at least one row
    /// @return for each row of `now` a row of `old`
    static int[] of(JsonNode old, JsonNode now) {
        boolean[][] same = new boolean[old.size()][now.size()];
        int[][] most = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                same[i][j] = Json.same(old.get(i), now.get(j));
                most[i][j] =
                        same[i][j]
                                ? most[i + 1][j + 1] + 1
                                : Math.max(most[i + 1][j], most[i][j + 1]);
            }
        }
        int[] bases = new int[now.size()];
        int i = 0;
        for (int j = 0; j < now.size(); j++) {
            int met = i;
            while (met < old.size() && most[met][j] == most[i][j] && !same[met][j]) {
                met++;
            }
            boolean isMet = met < old.size() && same[met][j] && most[met][j] == most[i][j];
            if (isMet) {
                bases[j] = met;
                i = met + 1;
            } else if (i < old.size() && most[i + 1][j + 1] == most[i][j + 1]) {
                bases[j] = i++;
            } else {
                bases[j] = Math.max(0, Math.min(i, old.size()) - 1);
            }
        }
        return bases;
    }
}
