package org.maskguard.suite.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskguard.suite.geometry.Dice;

/// Makes people and their heads. Immutable; the same person gives the same head everywhere.
public final class FaceModel {

    /// How much of either model's spread people get, and of how much left and right differ.
    private static final double ICT_SHARE = 0.85;

    private static final double DETAIL_SHARE = 0.7;
    private static final double SIDES_SHARE = 0.1;

    private final FaceFile file;
    private final float[] meanAdult;

    private FaceModel(FaceFile file) {
        this.file = file;
        meanAdult = new float[file.modes.size()];
        for (int a = 0; a < 3; a++) {
            for (int s = 0; s < 2; s++) {
                float[] macro = macro(a, s, 1);
                for (int k = 0; k < meanAdult.length; k++) {
                    meanAdult[k] += macro[k] / 6;
                }
            }
        }
    }

    /// The model that ships.
    public static FaceModel shipped() {
        try (InputStream in = FaceModel.class.getResourceAsStream("face.bin")) {
            return new FaceModel(FaceFile.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Draws a person with a face at rest. Sexes are equally likely; a quarter are children, a fifth are old.
    public Person person(String name, Dice dice) {
        boolean male = dice.chance(0.5);
        double turn = dice.unit();
        int years = turn < 0.25 ? dice.from(6, 14) : turn < 0.8 ? dice.from(18, 55) : dice.from(60, 80);
        int first = dice.from(0, 2);
        int second = dice.chance(0.2) ? (first + dice.from(1, 2)) % 3 : first;
        double mix = dice.between(0.3, 0.7);
        double towardsIct = dice.unit();
        float[] a = aged(first, male, years);
        float[] b = aged(second, male, years);
        double[] ict = spread(file.ictSpread, dice);
        double[] detail = spread(file.detailSpread, dice);
        double[] sides = spread(file.ictSpread, dice);
        double[] left = new double[a.length];
        double[] right = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            double middle = mix * a[k]
                    + (1 - mix) * b[k]
                    + towardsIct * (file.ictMean[k] - meanAdult[k])
                    + ICT_SHARE * ict[k]
                    + DETAIL_SHARE * detail[k];
            left[k] = middle + SIDES_SHARE * sides[k];
            right[k] = middle - SIDES_SHARE * sides[k];
        }
        String sex = male ? "male" : "female";
        String ancestry = first == second ? FaceLearning.ANCESTRIES[first] : "mixed";
        return new Person(name, sex, years, ancestry, Person.drawnLength(sex, years, dice), left, right, Map.of());
    }

    /// One to three expressions that go together.
    public Map<String, Double> expression(Dice dice) {
        Map<String, Double> weights = new LinkedHashMap<>();
        switch (dice.from(0, 5)) {
            case 0 -> weights.put("smile", dice.between(0.4, 1));
            case 1 -> weights.put("jaw-open", dice.between(0.2, 0.7));
            case 2 -> weights.put("frown", dice.between(0.4, 1));
            case 3 -> weights.put("pucker", dice.between(0.3, 0.9));
            case 4 -> weights.put("sneer", dice.between(0.4, 1));
            default -> weights.put("blink", dice.between(0.5, 1));
        }
        if (dice.chance(0.5)) {
            weights.put(dice.pick("brow-up", "brow-down", "cheek-puff"), dice.between(0.3, 0.9));
        }
        return weights;
    }

    /// The head of a person, scaled to the length of face that was drawn.
    public FaceNet head(Person person) {
        FaceNet net = new FaceNet(points(person), file.landmarks);
        // An open mouth does not make the head smaller: the length is that of the face at rest.
        FaceNet rest = new FaceNet(points(person.showing(Map.of())), file.landmarks);
        double length = rest.distance("sellion", "menton");
        return net.scaled(person.sellionMenton() / length);
    }

    private float[] points(Person person) {
        double[] left = half(person.weights(), person.expression());
        double[] right = half(person.weightsRight(), person.expression());
        int columns = 2 * Directions.COLUMNS - 1;
        float[] all = new float[3 * Directions.ROWS * columns];
        for (int row = 0; row < Directions.ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                int off = column - Directions.COLUMNS + 1;
                int from = 3 * (row * Directions.COLUMNS + Math.abs(off));
                // Half of either in the middle, all of its own side from 10 columns on.
                double share = Math.clamp(0.5 + off / 20.0, 0, 1);
                int to = 3 * (row * columns + column);
                for (int axis = 0; axis < 3; axis++) {
                    double value = share * left[from + axis] + (1 - share) * right[from + axis];
                    all[to + axis] = (float) (axis == 0 && off < 0 ? -value : axis == 0 && off == 0 ? 0 : value);
                }
            }
        }
        return all;
    }

    private double[] half(double[] weights, Map<String, Double> expression) {
        double[] sum = new double[file.base.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = file.base[i];
        }
        for (int k = 0; k < weights.length; k++) {
            add(sum, file.modes.get(k), weights[k]);
        }
        expression.forEach((name, weight) -> add(sum, file.expressions.get(name), weight));
        return sum;
    }

    private static void add(double[] sum, float[] mode, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * mode[i];
        }
    }

    private float[] aged(int ancestry, boolean male, int years) {
        int sex = male ? 1 : 0;
        // MakeHuman's child is about 10 years old, its young adult 25, its old one 75.
        double child = Math.clamp((25 - years) / 15.0, 0, 1);
        double old = Math.clamp((years - 25) / 50.0, 0, 1);
        float[] c = macro(ancestry, sex, 0);
        float[] y = macro(ancestry, sex, 1);
        float[] o = macro(ancestry, sex, 2);
        float[] place = new float[y.length];
        for (int k = 0; k < place.length; k++) {
            place[k] = (float) (y[k] + child * (c[k] - y[k]) + old * (o[k] - y[k]));
        }
        return place;
    }

    private float[] macro(int ancestry, int sex, int age) {
        return file.macros.get((ancestry * 2 + sex) * 3 + age);
    }

    private static double[] spread(float[] lower, Dice dice) {
        int n = (int) Math.round((Math.sqrt(8.0 * lower.length + 1) - 1) / 2);
        double[] deviates = new double[n];
        for (int i = 0; i < n; i++) {
            deviates[i] = dice.normal(2.3);
        }
        double[] out = new double[n];
        for (int i = 0, at = 0; i < n; i++) {
            for (int j = 0; j <= i; j++, at++) {
                out[i] += lower[at] * deviates[j];
            }
        }
        return out;
    }
}
