package org.maskguard.suite.parts;

import static org.maskguard.suite.geometry.Meshes.joined;
import static org.maskguard.suite.geometry.Meshes.moved;
import static org.maskguard.suite.geometry.Meshes.turned;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Outline;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// What repeats: lattices, combs of cells, things to calibrate a printer with, landscapes and plates with writing.
final class Patterns {

    private Patterns() {}

    static List<Family> all() {
        return List.of(
                new Family("honeycomb-plate", "part", Patterns::honeycomb),
                new Family("voronoi-plate", "part", Patterns::voronoi),
                new Family("strut-lattice", "part", Patterns::strutLattice),
                new Family("gyroid", "part", Patterns::gyroid),
                new Family("geodesic-frame", "other", Patterns::geodesicFrame),
                new Family("calibration-cube", "calibration", Patterns::calibrationCube),
                new Family("temperature-tower", "calibration", Patterns::temperatureTower),
                new Family("overhang-test", "calibration", Patterns::overhangTest),
                new Family("bed-level-pattern", "calibration", Patterns::bedPattern),
                new Family("terrain", "terrain", Patterns::terrain),
                new Family("dunes", "terrain", Patterns::dunes),
                new Family("city-block", "architecture", Patterns::cityBlock),
                new Family("text-plate", "other", Patterns::textPlate),
                new Family("picture-lithophane", "other", Patterns::picture),
                new Family("coin", "other", Patterns::coin),
                new Family("braille-plate", "other", Patterns::braille),
                new Family("window-tracery", "architecture", Patterns::tracery));
    }

    private static Mesh honeycomb(Dice d) {
        double cell = d.between(4, 12);
        int n = d.from(4, 9);
        double wall = d.between(0.8, 2);
        double w = 1.5 * cell * n + cell;
        double h = 1.733 * cell * n + cell;
        Outline plate = Outline.roundBox(w + 8, h + 8, 4);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n - i % 2; j++) {
                double x = 1.5 * cell * (i - (n - 1) / 2.0);
                double y = 1.733 * cell * (j + i % 2 * 0.5 - (n - 1) / 2.0);
                plate = plate.without(Outline.circle(x, y, cell - wall, 6));
            }
        }
        return plate.extruded(0, d.between(2, 14));
    }

    private static Mesh voronoi(Dice d) {
        // Shrunken polygons about scattered points: each is the cell of its point, found by cutting a box.
        int n = d.from(12, 45);
        double w = d.between(60, 160);
        double h = d.between(60, 160);
        double wall = d.between(1.5, 4);
        double[][] seeds = new double[n][];
        for (int i = 0; i < n; i++) {
            seeds[i] = new double[] {d.between(-w / 2, w / 2), d.between(-h / 2, h / 2)};
        }
        Outline plate = Outline.box(w + 2 * wall, h + 2 * wall);
        for (int i = 0; i < n; i++) {
            double[] cell = Cells.cell(seeds, i, w - wall, h - wall, wall / 2);
            if (cell.length >= 6) {
                plate = plate.without(cell);
            }
        }
        return plate.extruded(0, d.between(1.5, 6));
    }

    private static Mesh strutLattice(Dice d) {
        int n = d.from(2, 5);
        double cell = d.between(8, 22);
        double r = cell * d.between(0.05, 0.12);
        boolean diagonal = d.chance(0.5);
        List<Mesh> all = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                double a = cell * i;
                double b = cell * j;
                double l = cell * n;
                all.add(Forms.rod(new double[] {0, a, b, l, a, b}, r, 8));
                all.add(Forms.rod(new double[] {a, 0, b, a, l, b}, r, 8));
                all.add(Forms.rod(new double[] {a, b, 0, a, b, l}, r, 8));
                for (int k = 0; diagonal && i < n && j < n && k < n; k++) {
                    double z = cell * k;
                    all.add(Forms.rod(new double[] {a, b, z, a + cell, b + cell, z + cell}, 0.8 * r, 6));
                    all.add(Forms.rod(new double[] {a + cell, b, z, a, b + cell, z + cell}, 0.8 * r, 6));
                }
            }
        }
        return joined(all);
    }

    private static Mesh gyroid(Dice d) {
        double size = d.between(30, 60);
        double period = d.between(14, 30);
        double thick = d.between(0.25, 0.6);
        double k = 2 * Math.PI / period;
        boolean ball = d.chance(0.5);
        Solid outside = ball ? Solid.ellipsoid(size / 2, size / 2, size / 2) : Solid.box(size, size, size, 3);
        Solid sponge = (x, y, z) -> {
            double g = StrictMath.sin(k * x) * StrictMath.cos(k * y)
                    + StrictMath.sin(k * y) * StrictMath.cos(k * z)
                    + StrictMath.sin(k * z) * StrictMath.cos(k * x);
            return (Math.abs(g) - thick) / (1.6 * k);
        };
        double b = size / 2 + 2;
        return SurfaceNet.of(outside.within(sponge), new double[] {-b, -b, -b, b, b, b}, size / 36);
    }

    private static Mesh geodesicFrame(Dice d) {
        double r = d.between(30, 90);
        double rod = d.between(1.5, 4);
        double g = (1 + Math.sqrt(5)) / 2;
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double a = i % 2 == 0 ? 1 : -1;
            double b = i / 2 % 2 == 0 ? g : -g;
            double[][] ways = {{0, a, b}, {a, b, 0}, {b, 0, a}};
            corners.add(ways[i / 4]);
        }
        boolean dome = d.chance(0.4);
        double stretch = d.between(0.6, 1.5);
        List<Mesh> all = new ArrayList<>();
        double unit = r / Math.sqrt(1 + g * g);
        for (int i = 0; i < 12; i++) {
            double[] p = corners.get(i);
            if (dome && p[2] < -0.5) {
                continue;
            }
            all.add(moved(Forms.sphere(1.6 * rod, 14), unit * p[0], unit * p[1], unit * stretch * p[2]));
            for (int j = 0; j < i; j++) {
                double[] q = corners.get(j);
                double far = square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2]);
                if (far < 4.1 && !(dome && q[2] < -0.5)) {
                    all.add(Forms.rod(
                            new double[] {
                                unit * p[0],
                                unit * p[1],
                                unit * stretch * p[2],
                                unit * q[0],
                                unit * q[1],
                                unit * stretch * q[2]
                            },
                            rod,
                            10));
                }
            }
        }
        return joined(all);
    }

    private static Mesh calibrationCube(Dice d) {
        double s = d.between(15, 40);
        List<Mesh> all = new ArrayList<>(List.of(Forms.box(s, s, s)));
        Mesh bar = Forms.box(0.5 * s, 0.09 * s, 1);
        Mesh x = joined(turned(bar, 2, 55), turned(bar, 2, -55));
        Mesh y = joined(
                moved(turned(Forms.box(0.28 * s, 0.09 * s, 1), 2, 55), 0.08 * s, 0.1 * s, 0), turned(bar, 2, -55));
        all.add(moved(turned(x, 0, 90), 0, -s / 2, 0));
        all.add(moved(turned(y, 1, 90), s / 2, 0, 0));
        if (d.chance(0.5)) {
            all.add(moved(Forms.pipe(0.3 * s, 0.2 * s, 2), 0, 0, s / 2 - 1));
        }
        double step = d.between(0.1, 0.3) * s;
        for (int i = 0; i < d.from(0, 5); i++) {
            all.add(moved(
                    Forms.box(step, s, step * (i + 1)), s / 2 + step * (i + 0.5), 0, -s / 2 + step * (i + 1) / 2));
        }
        return joined(all);
    }

    private static Mesh temperatureTower(Dice d) {
        int floors = d.from(5, 12);
        double w = d.between(30, 50);
        double high = d.between(8, 12);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.box(w + 12, 22, 2), 0, 0, -1)));
        for (int i = 0; i < floors; i++) {
            Outline plate = Outline.of(-w / 2, 0, w / 2, 0, w / 2 + high * 0.6, high, -w / 2 - high * 0.4, high)
                    .drilled(w / 4, high / 2, high * 0.28);
            all.add(moved(turned(plate.extruded(-5, 5), 0, 90), 0, 0, i * high));
            for (int k = 0; k < 3; k++) {
                all.add(moved(Forms.box(1, 1.4, high * 0.5), -w / 4 + 3.0 * k, -5.3, (i + 0.5) * high));
            }
        }
        return joined(all);
    }

    private static Mesh overhangTest(Dice d) {
        int arms = d.from(4, 9);
        double w = d.between(8, 16);
        double length = d.between(15, 35);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.box(arms * (w + 2), 12, 3), 0, 0, 1.5)));
        for (int i = 0; i < arms; i++) {
            double x = (w + 2) * (i - (arms - 1) / 2.0);
            double angle = 15 + 70.0 * i / (arms - 1);
            all.add(moved(Forms.box(w, 6, 25), x, 4, 14));
            all.add(moved(turned(moved(Forms.box(w, 4, length), 0, 0, length / 2), 0, angle), x, 2, 24));
        }
        return joined(all);
    }

    private static Mesh bedPattern(Dice d) {
        double size = d.between(80, 200);
        double square = d.between(12, 30);
        double line = d.between(0.8, 2);
        double high = d.between(0.3, 0.8);
        List<Mesh> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(moved(Forms.box(square, square, high), size * (i % 3 - 1) / 2, size * (i / 3 - 1) / 2, high / 2));
        }
        int rings = d.from(1, 4);
        for (int i = 1; i <= rings; i++) {
            double s = size * i / rings;
            all.add(Outline.box(s, s)
                    .without(Outline.box(s - 2 * line, s - 2 * line).outer())
                    .extruded(0, high));
        }
        return joined(all);
    }

    private static Mesh terrain(Dice d) {
        double w = d.between(80, 200);
        double[][] waves = new double[14][];
        for (int i = 0; i < waves.length; i++) {
            double f = StrictMath.pow(1.45, i) * 2.5 / w;
            double a = d.between(0, 2 * Math.PI);
            waves[i] = new double[] {
                f * StrictMath.cos(a), f * StrictMath.sin(a), d.between(0, 6), 0.07 * w / StrictMath.pow(1.5, i)
            };
        }
        double sea = d.between(0, 0.1) * w;
        return Forms.landscape(w, w * d.between(0.6, 1), 110, 90, (x, y) -> {
            double z = 0.1 * w;
            for (double[] v : waves) {
                z += v[3] * (1 - 2 * Math.abs(StrictMath.sin(v[0] * x + v[1] * y + v[2])));
            }
            return 3 + Math.max(sea, z);
        });
    }

    private static Mesh dunes(Dice d) {
        double w = d.between(80, 180);
        double k = d.between(2, 7) * 2 * Math.PI / w;
        double bend = d.between(0.2, 1.5);
        double high = d.between(3, 14);
        return Forms.landscape(w, w * d.between(0.5, 1), 120, 90, (x, y) -> {
            double p = k * (x + bend * 10 * StrictMath.sin(y * 4 / w)) / (2 * Math.PI);
            double t = p - Math.floor(p);
            return 3 + high * (t < 0.7 ? t / 0.7 : (1 - t) / 0.3);
        });
    }

    private static Mesh cityBlock(Dice d) {
        int n = d.from(4, 9);
        double pitch = d.between(10, 22);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.box(n * pitch + 4, n * pitch + 4, 4), 0, 0, -1.9)));
        for (int i = 0; i < n * n; i++) {
            double x = pitch * (i % n - (n - 1) / 2.0);
            double y = pitch * (i / n - (n - 1) / 2.0);
            double high = pitch * (0.3 + 3 * square(d.unit()));
            double w = pitch * d.between(0.5, 0.8);
            all.add(moved(Forms.box(w, pitch * d.between(0.5, 0.8), high), x, y, high / 2));
            if (d.chance(0.3)) {
                all.add(moved(Forms.cone(0.4 * w, 0.05, 0.4 * w, 4), x, y, high - 0.1));
            }
        }
        return joined(all);
    }

    /// Letters of seven segments, raised or as holes through the plate's frame.
    private static Mesh textPlate(Dice d) {
        int letters = d.from(3, 9);
        int lines = d.from(1, 3);
        double s = d.between(5, 12);
        List<Mesh> all = new ArrayList<>();
        double w = letters * 1.7 * s;
        double h = lines * 3.2 * s;
        all.add(Outline.roundBox(w + 2 * s, h + 2 * s, s)
                .drilled(-w / 2 - 0.3 * s, h / 2 + 0.3 * s, 0.3 * s)
                .extruded(0, d.between(1.5, 4)));
        double[][] bars = {
            {0, 2, 1, 0.2},
            {-0.5, 1.5, 0.2, 1},
            {0.5, 1.5, 0.2, 1},
            {0, 1, 1, 0.2},
            {-0.5, 0.5, 0.2, 1},
            {0.5, 0.5, 0.2, 1},
            {0, 0, 1, 0.2}
        };
        for (int i = 0; i < letters * lines; i++) {
            double x = 1.7 * s * (i % letters - (letters - 1) / 2.0);
            double y = 3.2 * s * (i / letters - (lines - 1) / 2.0) - s;
            int shape = d.from(1, 127);
            for (int k = 0; k < 7; k++) {
                if ((shape >> k & 1) == 1) {
                    all.add(moved(
                            Forms.box(s * bars[k][2] + 0.2 * s, s * bars[k][3] + 0.2 * s, 4),
                            x + s * bars[k][0],
                            y + s * bars[k][1],
                            3.5));
                }
            }
        }
        return joined(all);
    }

    /// A thin plate whose thickness is a picture of hills, a sun and a house; flat or bent.
    private static Mesh picture(Dice d) {
        double w = d.between(80, 170);
        double h = w * d.between(0.6, 0.9);
        double sunX = d.between(-0.3, 0.3) * w;
        double sunY = d.between(0.1, 0.35) * h;
        double sun = d.between(0.05, 0.15) * w;
        double hill = d.between(0.05, 0.2) * h;
        double k = d.between(3, 9) / w;
        double house = d.between(-0.3, 0.3) * w;
        Mesh flat = Forms.landscape(w, h, 130, 100, (x, y) -> {
            if (Math.abs(x) > w / 2 - 3 || Math.abs(y) > h / 2 - 3) {
                return 4;
            }
            double ground = -0.1 * h + hill * StrictMath.sin(k * x);
            boolean wall = Math.abs(x - house) < 0.08 * w && y < ground + 0.15 * h && y > ground;
            double light = y < ground ? 0.4 + 0.2 * StrictMath.sin(9 * k * x + y) : 0.8 + 0.1 * StrictMath.sin(0.2 * y);
            light = StrictMath.hypot(x - sunX, y - sunY) < sun ? 1 : wall ? 0.15 : light;
            return 0.8 + 2.4 * (1 - light);
        });
        return d.chance(0.5) ? flat : Bends.round(flat, w * d.between(0.5, 1.5));
    }

    private static Mesh coin(Dice d) {
        double r = d.between(15, 55);
        int rays = d.from(3, 16);
        double wave = d.between(0.4, 1.6);
        Mesh plate = Forms.landscape(2 * r, 2 * r, 90, 90, (x, y) -> {
            double far = StrictMath.hypot(x, y);
            double a = StrictMath.atan2(y, x);
            if (far > r) {
                return 0.2;
            }
            double star = far < 0.7 * r * (0.6 + 0.4 * StrictMath.cos(rays * a)) ? wave : 0;
            return 2 + (far > 0.9 * r ? 1.2 : star);
        });
        return joined(plate, Forms.pipe(1.02 * r, 0.9 * r, 3.4));
    }

    private static Mesh braille(Dice d) {
        int columns = d.from(6, 16);
        int rows = d.from(2, 6);
        List<Mesh> all = new ArrayList<>();
        double w = columns * 6.2;
        double h = rows * 10;
        all.add(Outline.roundBox(w + 10, h + 8, 3).extruded(0, 2));
        Mesh dot = moved(Forms.cone(0.8, 0.4, 0.7, 10), 0, 0, 1.95);
        for (int i = 0; i < columns * rows; i++) {
            int shape = d.from(1, 63);
            for (int k = 0; k < 6; k++) {
                if ((shape >> k & 1) == 1) {
                    all.add(moved(
                            dot,
                            6.2 * (i % columns - (columns - 1) / 2.0) + 2.5 * (k % 2),
                            10.0 * (i / columns - (rows - 1) / 2.0) + 2.5 * (k / 2 - 1),
                            0));
                }
            }
        }
        return joined(all);
    }

    /// A pointed window with lights and a rose.
    private static Mesh tracery(Dice d) {
        double half = d.between(30, 60);
        double high = d.between(80, 160);
        int lights = d.from(2, 4);
        int foils = d.from(3, 8);
        double thick = d.between(4, 10);
        int steps = 24;
        double[] loop = new double[2 * (2 * steps + 3)];
        loop[0] = -half;
        loop[2] = half;
        for (int i = 0; i <= steps; i++) {
            double a = Math.PI / 3 * i / steps;
            loop[4 + 2 * i] = -half + 2 * half * StrictMath.cos(a);
            loop[5 + 2 * i] = high + 2 * half * StrictMath.sin(a);
            int back = 2 * (2 * steps + 2 - i);
            if (i < steps) {
                loop[back] = half - 2 * half * StrictMath.cos(a);
                loop[back + 1] = high + 2 * half * StrictMath.sin(a);
            }
        }
        Outline frame = Outline.of(loop);
        double w = 2 * half / lights;
        for (int i = 0; i < lights; i++) {
            double x = -half + (i + 0.5) * w;
            double t = 0.36 * w;
            frame = frame.without(x - t, 5, x + t, 5, x + t, 0.8 * high - t, x, 0.8 * high, x - t, 0.8 * high - t);
        }
        double y = high + 0.35 * half;
        double r = 0.55 * half;
        for (int i = 0; i < foils; i++) {
            double a = 2 * Math.PI * i / foils;
            frame = frame.drilled(
                    0.62 * r * StrictMath.cos(a), y + 0.62 * r * StrictMath.sin(a), Math.min(0.3 * r, 1.6 * r / foils));
        }
        return frame.extruded(0, thick);
    }

    private static double square(double v) {
        return v * v;
    }
}
