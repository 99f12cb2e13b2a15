package org.maskguard.train.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.maskguard.train.example.ParametricFace.Kind;
import org.maskguard.train.example.ParametricFace.Mode;

/// Draws people from a parametric face, as its makers mean it to be drawn from.
final class PersonSampler {
    private static final List<String> ANCESTRIES = List.of("african", "asian", "caucasian");
    private static final List<String> AGES = List.of("baby", "child", "young", "old");

    /// Years of MakeHuman's four ages (its own documentation of the age slider).
    private static final double[] AGE_YEARS = {1, 10, 25, 90};

    private static final double YOUNGEST = 6;

    /// An open jaw at full weight leaves the life-size band.
    private static final double JAW_OPEN = 0.6;

    private PersonSampler() {}

    static Person person(ParametricFace face, long seed, boolean expressions) {
        return person(face, seed, weights -> {
            if (expressions) {
                drawExpressions(face, Dice.of(seed, "expression"), weights);
            }
        });
    }

    static Person personWith(ParametricFace face, long seed, Map<String, Double> expression) {
        return person(
                face,
                seed,
                weights -> expression.forEach((name, weight) -> {
                    int mode = face.mode(name);
                    if (mode < 0) {
                        throw new IllegalArgumentException("this face has no mode " + name);
                    }
                    weights[mode] = weight;
                }));
    }

    private static Person person(ParametricFace face, long seed, Consumer<double[]> express) {
        double[] weights = new double[face.modes().size()];
        Dice dice = Dice.of(seed, "person");
        Person person = hasKind(face, Kind.MACRO)
                ? drawMakeHuman(face, seed, dice, weights)
                : drawComponents(face, seed, dice, weights);
        express.accept(weights);
        float[] xyz = face.shape(weights);
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] *= (float) person.scale();
        }
        return new Person(seed, xyz, weights, person.scale(), person.sex(), person.age(), person.ancestry());
    }

    private static boolean hasKind(ParametricFace face, Kind kind) {
        return face.modes().stream().anyMatch(mode -> mode.kind() == kind);
    }

    /// All identity weights from N(0, sd), cut at ±3; the mean being some 5 % over textbook means, 0.90 to 1.02 of
    /// it.
    private static Person drawComponents(ParametricFace face, long seed, Dice dice, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            Mode mode = face.modes().get(i);
            if (mode.kind() == Kind.IDENTITY) {
                weights[i] = mode.sd() * Math.clamp(dice.gaussian(), -3, 3);
            }
        }
        double scale = weights.length == 0 ? 1 : dice.between(0.90, 1.02);
        return new Person(seed, null, weights, scale, "", Double.NaN, "");
    }

    private static Person drawMakeHuman(ParametricFace face, long seed, Dice dice, double[] weights) {
        String sex = dice.chance(0.5) ? "female" : "male";
        double age = drawAge(dice);
        String first = dice.pick(ANCESTRIES);
        String second = dice.chance(0.3) ? dice.pick(ANCESTRIES) : first;
        double share = first.equals(second) ? 1 : dice.between(0.3, 0.7);
        double[] ages = shares(age);
        for (int i = 0; i < ages.length; i++) {
            setMacro(face, weights, first, sex, AGES.get(i), ages[i] * share);
            setMacro(face, weights, second, sex, AGES.get(i), ages[i] * (1 - share));
        }
        drawBodyFat(face, dice, weights, sex, ages);
        drawDetails(face, dice, weights);
        String ancestry = first.equals(second) ? first : first + "+" + second;
        return new Person(seed, null, weights, 1, sex, age, ancestry);
    }

    /// One in six a child of 6 to 14 years, one in five from 60 to 85, the others between.
    private static double drawAge(Dice dice) {
        double which = dice.next();
        if (which < 1 / 6.0) {
            return dice.between(YOUNGEST, 14);
        }
        return which > 0.8 ? dice.between(60.0, 85.0) : dice.between(14.0, 60.0);
    }

    /// How much of each of [#AGES] makes up this age: linear between the two next to it.
    private static double[] shares(double age) {
        double[] shares = new double[AGE_YEARS.length];
        int above = 1;
        while (above < AGE_YEARS.length - 1 && AGE_YEARS[above] < age) {
            above++;
        }
        double t = (age - AGE_YEARS[above - 1]) / (AGE_YEARS[above] - AGE_YEARS[above - 1]);
        shares[above - 1] = 1 - t;
        shares[above] = t;
        return shares;
    }

    private static void setMacro(
            ParametricFace face, double[] weights, String ancestry, String sex, String age, double weight) {
        weights[face.mode("macro/" + ancestry + "-" + sex + "-" + age)] += weight;
    }

    private static void drawBodyFat(ParametricFace face, Dice dice, double[] weights, String sex, double[] ages) {
        String way = dice.chance(0.5) ? "minweight" : "maxweight";
        double weight = dice.chance(0.3) ? 0 : dice.between(0, 0.7);
        for (int i = 0; i < ages.length; i++) {
            weights[face.mode("weight/" + sex + "-" + AGES.get(i) + "-" + way)] = weight * ages[i];
        }
    }

    /// 5 to 25 details at |N(0, 0.3)|, capped at 0.8; of opposite ones (`-incr` and `-decr`) only one.
    private static void drawDetails(ParametricFace face, Dice dice, double[] weights) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            Mode mode = face.modes().get(i);
            if (mode.kind() == Kind.DETAIL) {
                String group = mode.name().substring(0, mode.name().lastIndexOf('-'));
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> left = new ArrayList<>(groups.values());
        int count = Math.min(dice.between(5, 25), left.size());
        for (int i = 0; i < count; i++) {
            List<Integer> group = left.remove(dice.between(0, left.size() - 1));
            int mode = dice.pick(group);
            weights[mode] = Math.min(0.8, 0.3 * Math.abs(dice.gaussian()));
        }
    }

    /// None to two; those of the left and right side mostly together.
    private static void drawExpressions(ParametricFace face, Dice dice, double[] weights) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (face.modes().get(i).kind() == Kind.EXPRESSION) {
                all.add(i);
            }
        }
        int count = all.isEmpty() ? 0 : dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            int mode = dice.pick(all);
            String name = face.modes().get(mode).name();
            double weight = dice.between(0, name.contains("Open") || name.contains("open") ? JAW_OPEN : 1);
            weights[mode] = weight;
            int twin = face.mode(otherSide(name));
            if (twin >= 0 && dice.chance(0.8)) {
                weights[twin] = weight;
            }
        }
    }

    private static String otherSide(String name) {
        if (name.endsWith("_L") || name.endsWith("_R")) {
            return name.substring(0, name.length() - 1) + (name.endsWith("L") ? "R" : "L");
        }
        return name.contains("left") ? name.replace("left", "right") : name.replace("right", "left");
    }
}
