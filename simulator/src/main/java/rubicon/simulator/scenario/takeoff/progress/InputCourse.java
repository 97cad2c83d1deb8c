package rubicon.simulator.scenario.takeoff.progress;

/// The inputs of an [InputTable], to be read at one moment after another and to be replaced by
/// others. Segments are counted from 0, which ends at the first year given; the last begins at the
/// last one. In both of these all stays; in the others levels are log-linear and growth is linear.
public final class InputCourse {
    /// Decimal years, rising.
    public final double[] years;

    /// `H`, `C` and `X`, above 0, and `g`, at least 0.
    public final double[] humans;

    public final double[] inference;
    public final double[] experiments;
    public final double[] training;

    private final double[] logHumans;
    private final double[] logInference;
    private final double[] logExperiments;
    private final double[] humansGrowth;
    private final double[] inferenceGrowth;
    private final double[] experimentsGrowth;
    private final double[] trainingGrowth;

    /// A course of so many years, still to be written.
    public InputCourse(int years) {
        this.years = new double[years];
        humans = new double[years];
        inference = new double[years];
        experiments = new double[years];
        training = new double[years];
        logHumans = new double[years];
        logInference = new double[years];
        logExperiments = new double[years];
        humansGrowth = new double[years + 1];
        inferenceGrowth = new double[years + 1];
        experimentsGrowth = new double[years + 1];
        trainingGrowth = new double[years + 1];
    }

    static InputCourse of(InputTable table) {
        var course = new InputCourse(table.years().size());
        for (int i = 0; i < course.years.length; i++) {
            course.years[i] = table.years().get(i);
            course.humans[i] = table.humans().get(i);
            course.inference[i] = table.inferenceCompute().get(i);
            course.experiments[i] = table.experimentCompute().get(i);
            course.training[i] = table.trainingGrowth().get(i);
        }
        return course;
    }

    /// Reads what was written.
    ///
    /// @return whether it is a course
    boolean read(Objection objection) {
        if (years.length < 2) {
            return objection.raise("t needs at least two years", 0, 0);
        }
        for (int i = 1; i < years.length; i++) {
            if (!(years[i] > years[i - 1])) {
                return objection.raise("t must rise from item to item", 0, 0);
            }
        }
        for (int i = 0; i < years.length; i++) {
            if (!isLevel(humans[i])) {
                return objection.raise("humans can not hold %s", humans[i], 0);
            }
            if (!isLevel(inference[i])) {
                return objection.raise("inferenceCompute can not hold %s", inference[i], 0);
            }
            if (!isLevel(experiments[i])) {
                return objection.raise("experimentCompute can not hold %s", experiments[i], 0);
            }
            if (!(training[i] >= 0 && Double.isFinite(training[i]))) {
                return objection.raise("trainingGrowth can not hold %s", training[i], 0);
            }
            logHumans[i] = Math.log(humans[i]);
            logInference[i] = Math.log(inference[i]);
            logExperiments[i] = Math.log(experiments[i]);
        }
        for (int i = 1; i < years.length; i++) {
            double span = years[i] - years[i - 1];
            humansGrowth[i] = (logHumans[i] - logHumans[i - 1]) / span;
            inferenceGrowth[i] = (logInference[i] - logInference[i - 1]) / span;
            experimentsGrowth[i] = (logExperiments[i] - logExperiments[i - 1]) / span;
            trainingGrowth[i] = (training[i] - training[i - 1]) / span;
        }
        return true;
    }

    private static boolean isLevel(double value) {
        return value > 0 && Double.isFinite(value);
    }

    double first() {
        return years[0];
    }

    double last() {
        return years[years.length - 1];
    }

    /// The segment that begins at a moment or that it lies in.
    int segment(double year) {
        int segment = 0;
        while (segment < years.length && years[segment] <= year) {
            segment++;
        }
        return segment;
    }

    /// Where a segment ends; infinite of the last.
    double end(int segment) {
        return segment < years.length ? years[segment] : Double.POSITIVE_INFINITY;
    }

    double logHumans(int segment, double year) {
        int from = Math.max(0, segment - 1);
        return logHumans[from] + humansGrowth[segment] * (year - years[from]);
    }

    double logInference(int segment, double year) {
        int from = Math.max(0, segment - 1);
        return logInference[from] + inferenceGrowth[segment] * (year - years[from]);
    }

    double logExperiments(int segment, double year) {
        int from = Math.max(0, segment - 1);
        return logExperiments[from] + experimentsGrowth[segment] * (year - years[from]);
    }

    /// `g`.
    double training(int segment, double year) {
        int from = Math.max(0, segment - 1);
        return training[from] + trainingGrowth[segment] * (year - years[from]);
    }

    /// Growth of `ln H` in a segment, a year.
    double humansGrowth(int segment) {
        return humansGrowth[segment];
    }

    /// Growth of `ln X`.
    double experimentsGrowth(int segment) {
        return experimentsGrowth[segment];
    }
}
