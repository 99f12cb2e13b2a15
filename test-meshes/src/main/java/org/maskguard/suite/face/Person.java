package org.maskguard.suite.face;

import java.util.Map;
import org.maskguard.suite.geometry.Dice;

/// Somebody who does not exist.
///
/// @param name of the independent unit, such as `person-0042`
/// @param sex `female` or `male`
/// @param years of age, 6 to 80
/// @param ancestry by MakeHuman's artists' types `african`, `asian`, `caucasian`, or `mixed` of two
/// @param sellionMenton length of the face that it is scaled to, mm
/// @param weights of the modes on the face's left
/// @param weightsRight of the modes on its right, a little different
/// @param expression weights of expressions by name
public record Person(
        String name,
        String sex,
        int years,
        String ancestry,
        double sellionMenton,
        double[] weights,
        double[] weightsRight,
        Map<String, Double> expression) {

    /// `child` under 15, `old` from 60, else `adult`.
    public String age() {
        if (years < 15) {
            return "child";
        }
        return years < 60 ? "adult" : "old";
    }

    /// The same person with another expression.
    public Person showing(Map<String, Double> other) {
        return new Person(name, sex, years, ancestry, sellionMenton, weights, weightsRight, other);
    }

    /// The length of a face from sellion to menton, mm, drawn from published means and deviations.
    ///
    /// Adults: NIOSH 2003, 123.2 ± 7.2 men, 114.2 ± 6.5 women. Children: the growth curves of 3D Facial Norms from
    /// nasion to gnathion at 6, 8, 10, 12 and 14 years, less 4.5 mm, which is by how much that length exceeds this
    /// one.
    static double drawnLength(String sex, int years, Dice dice) {
        boolean male = sex.equals("male");
        if (years >= 15) {
            return (male ? 123.2 : 114.2) + (male ? 7.2 : 6.5) * dice.normal(2.3);
        }
        double[] curve = male
                ? new double[] {103.0, 107.4, 110.9, 113.9, 116.5}
                : new double[] {100.8, 104.0, 106.6, 108.8, 110.7};
        double at = (Math.min(years, 14) - 6) / 2.0;
        int k = Math.min(3, (int) at);
        double mean = curve[k] + (at - k) * (curve[k + 1] - curve[k]) - 4.5;
        return mean + (male ? 5.9 : 4.7) * dice.normal(1.5);
    }
}
