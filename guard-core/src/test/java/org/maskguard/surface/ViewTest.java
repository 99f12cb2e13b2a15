package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final double TINY = 1e-12;

    @Test
    void aViewAlongAnyDirectionIsRightHandedAndOfUnitLength() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            assertRightHanded(View.along(direction(random)), "direction " + i + " of seed 1");
        }
        for (int axis = 0; axis < 6; axis++) {
            double to = axis < 3 ? 7 : -7;
            Vec along = new Vec(axis % 3 == 0 ? to : 0, axis % 3 == 1 ? to : 0, axis % 3 == 2 ? to : 0);
            View view = View.along(along);
            assertRightHanded(view, along.toString());
            assertNear(view.front(), along.times(1 / 7.0), along.toString());
        }
    }

    @Test
    void theSameDirectionGivesTheSameView() {
        assertThat(View.along(new Vec(1, 2, 3))).isEqualTo(View.along(new Vec(1, 2, 3)));
    }

    @Test
    void aPointComesBackFromItsCoordinates() {
        Random random = new Random(2);
        View view = View.along(direction(random));
        Vec p = direction(random).times(80);
        Vec q = view.of(p);
        assertNear(view.point(q.x(), q.y(), q.z()), p, "seed 2");
        assertThat(view.of(view.left())).satisfies(v -> assertNear(v, new Vec(1, 0, 0), "left"));
        assertThat(view.of(view.up())).satisfies(v -> assertNear(v, new Vec(0, 1, 0), "up"));
    }

    @Test
    void turningByAColumnsAxesTakesEachAxisThere() {
        View view = View.along(new Vec(0.3, -0.8, 0.5));
        double[] quarter = {0, -1, 0, 1, 0, 0, 0, 0, 1};
        View turned = view.turned(quarter);
        assertNear(turned.left(), view.up(), "left goes up");
        assertNear(turned.up(), view.left().times(-1), "up goes right");
        assertNear(turned.front(), view.front(), "front stays");
    }

    @Test
    void turningTwiceIsTurningByTheProduct() {
        Random random = new Random(3);
        View view = View.along(direction(random));
        for (int i = 0; i < 20; i++) {
            double[] a = rotation(random);
            double[] b = rotation(random);
            View twice = view.turned(a).turned(b);
            View once = view.turned(product(a, b));
            assertRightHanded(twice, "seed 3");
            assertNear(twice.left(), once.left(), "seed 3");
            assertNear(twice.up(), once.up(), "seed 3");
            assertNear(twice.front(), once.front(), "seed 3");
        }
    }

    @Test
    void notTurningChangesNothing() {
        View view = View.along(new Vec(2, 1, 0));
        assertNear(view.turned(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}).up(), view.up(), "unturned");
    }

    private static Vec direction(Random random) {
        return new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    private static double[] rotation(Random random) {
        View v = Similarity.turned(random).axes();
        return new double[] {
            v.left().x(), v.up().x(), v.front().x(),
            v.left().y(), v.up().y(), v.front().y(),
            v.left().z(), v.up().z(), v.front().z()
        };
    }

    private static double[] product(double[] a, double[] b) {
        double[] p = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                p[i] += a[i / 3 * 3 + k] * b[3 * k + i % 3];
            }
        }
        return p;
    }

    private static void assertRightHanded(View view, String what) {
        assertThat(view.left().length()).as(what).isCloseTo(1, within(TINY));
        assertThat(view.up().length()).as(what).isCloseTo(1, within(TINY));
        assertNear(view.left().cross(view.up()), view.front(), what);
        assertThat(view.left().dot(view.up())).as(what).isCloseTo(0, within(TINY));
    }

    private static void assertNear(Vec found, Vec expected, String what) {
        assertThat(found.minus(expected).length()).as(what).isLessThan(1e-10);
    }
}
