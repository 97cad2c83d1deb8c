package rubicon.ui.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.model.wire.RulePayload;
import rubicon.ui.shell.Formats;

/// Rules that are there for one reason, such as one that is asked of many indicators.
///
/// @param why that reason, in the words of whoever made them; empty for none
/// @param rules at least one
record RuleFamily(String why, List<RulePayload> rules) {
    RuleFamily {
        rules = List.copyOf(rules);
    }

    /// What names all of them: the title of the only one, else the words that their ids begin with.
    String name() {
        if (rules.size() == 1) {
            return String.valueOf(rules.getFirst().title());
        }
        List<String> shared = words(rules.getFirst());
        for (RulePayload rule : rules) {
            List<String> words = words(rule);
            int same = 0;
            while (same < Math.min(shared.size(), words.size())
                    && shared.get(same).equals(words.get(same))) {
                same++;
            }
            shared = shared.subList(0, same);
        }
        return shared.isEmpty() ? "Rules" : Formats.sentence(String.join(" ", shared));
    }

    /// The families, in the order in which the first rule of each comes.
    static List<RuleFamily> of(List<RulePayload> rules) {
        Map<String, List<RulePayload>> byWhy = new LinkedHashMap<>();
        for (RulePayload rule : rules) {
            String why = rule.why() == null ? "" : rule.why().strip();
            // Without a reason none belongs with another.
            String key = why.isEmpty() ? "\n" + rule.id() : why;
            byWhy.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
        }
        return byWhy.entrySet().stream()
                .map(it ->
                        new RuleFamily(
                                it.getKey().startsWith("\n") ? "" : it.getKey(), it.getValue()))
                .toList();
    }

    private static List<String> words(RulePayload rule) {
        return List.of(String.valueOf(rule.id()).split("-"));
    }
}
