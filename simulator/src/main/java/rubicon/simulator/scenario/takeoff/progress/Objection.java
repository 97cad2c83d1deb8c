package rubicon.simulator.scenario.takeoff.progress;

import java.util.Locale;

/// What is wrong with some values. Put into words only where somebody asks.
final class Objection {
    private String name = "";
    private String pattern = "";
    private double first;
    private double second;

    /// Notes what is wrong.
    ///
    /// @param pattern of [String#format], with up to two numbers as `%s`
    /// @return false
    boolean raise(String pattern, double first, double second) {
        return raise("", pattern, first, second);
    }

    /// The same of a value with a name, which begins the sentence.
    boolean raise(String name, String pattern, double first, double second) {
        this.name = name;
        this.pattern = pattern;
        this.first = first;
        this.second = second;
        return false;
    }

    /// The objection.
    String text() {
        String text = String.format(Locale.ROOT, pattern, first, second);
        return name.isEmpty() ? text : name + " " + text;
    }
}
