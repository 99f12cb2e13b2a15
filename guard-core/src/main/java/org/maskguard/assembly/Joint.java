package org.maskguard.assembly;

import org.maskguard.surface.Vec;

/// Two cuts that fit on one another, the bodies on either side.
///
/// @param to the cut with the longer line
/// @param other the cut with the shorter line
/// @param motion takes the other's body to where it was before the cut, seen from the first's
/// @param matched how much of the other's line lies on the first's, mm
/// @param share the same as a share of it, 0 to 1
record Joint(Cut to, Cut other, Motion motion, double matched, double share) {

    /// Points of the two lines within this of one another are the same, mm: a saw takes some 0.3 mm, and files are
    /// rounded.
    private static final double SAME = 0.7;

    /// And their tangents must agree: at most 30° apart.
    private static final double ALIKE = Math.cos(Math.toRadians(30));

    /// The least share of the shorter line that must lie on the longer one.
    private static final double LEAST_SHARE = 0.6;

    /// Lines with less than this that is curved fit in many places, mm.
    private static final double LEAST_CURVED = 10;

    /// Points of the longer line that are tried, pairs of points of the shorter one, and points that a try is
    /// judged
    /// by.
    private static final int TARGETS = 220;

    private static final int CHORDS = 8;
    private static final int PROBES = 40;

    /// Tries that are refined.
    private static final int REFINED = 8;

    private static final int ROUNDS = 8;

    /// Two chords are the same length within this, mm.
    private static final double CHORD = 1.2;

    /// How good it is, against other joints: long lines that fit all along.
    double worth() {
        return matched * share;
    }

    /// Whether a cut can be recognised at all.
    static boolean tells(Cut cut) {
        return cut.curved() >= LEAST_CURVED;
    }

    /// The best way in which two cuts fit, or null where they do not.
    static Joint of(Cut a, Cut b) {
        Cut to = a.length() >= b.length() ? a : b;
        Cut other = to == a ? b : a;
        if (other.extents()[0] > 1.1 * to.extents()[0] + 2) {
            return null;
        }
        return new Search(to, other).best();
    }

    /// A turn and shift within the plane.
    private record Placed(double c, double s, double x, double y, double score) {}

    private static final class Search {
        private final Cut to;
        private final Cut other;
        /// The other's line seen from its own side, as it is when the two are face to face.
        private final float[] line;
        private final float[] along;
        private final NearestPoint nearest;

        Search(Cut to, Cut other) {
            this.to = to;
            this.other = other;
            line = reversed(other.line());
            along = reversed(other.along());
            nearest = new NearestPoint(to.line());
        }

        Joint best() {
            Placed[] tries = tries();
            Placed best = null;
            for (Placed placed : tries) {
                if (placed != null) {
                    Placed refined = refined(placed);
                    best = best == null || refined.score() > best.score() ? refined : best;
                }
            }
            if (best == null || best.score() < LEAST_SHARE) {
                return null;
            }
            return new Joint(to, other, motion(best), best.score() * other.length(), best.score());
        }

        /// The best places for long chords of the shorter line on the longer one.
        private Placed[] tries() {
            Placed[] kept = new Placed[REFINED];
            int n = line.length / 2;
            double least = 0.5 * other.extents()[0];
            int step = 1 + to.points() / TARGETS;
            for (int k = 0; k < CHORDS; k++) {
                int i = k * n / CHORDS;
                int j = farthest(i, n, k);
                double chord = Math.hypot(line[2 * j] - line[2 * i], line[2 * j + 1] - line[2 * i + 1]);
                if (chord < least) {
                    continue;
                }
                for (int p = 0; p < to.points(); p += step) {
                    for (int q = 0; q < to.points(); q += step) {
                        Placed placed = placed(i, j, chord, p, q);
                        if (placed != null) {
                            keep(kept, placed);
                        }
                    }
                }
            }
            return kept;
        }

        /// The point farthest from one, but for chance: other chords are tried, too.
        private int farthest(int i, int n, int k) {
            int best = i;
            double longest = -1;
            for (int j = k % 3; j < n; j += 3 + k % 2) {
                double d = Math.hypot(line[2 * j] - line[2 * i], line[2 * j + 1] - line[2 * i + 1]);
                if (d > longest) {
                    longest = d;
                    best = j;
                }
            }
            return best;
        }

        private Placed placed(int i, int j, double chord, int p, int q) {
            float[] t = to.line();
            double tu = t[2 * q] - t[2 * p];
            double tv = t[2 * q + 1] - t[2 * p + 1];
            double length = Math.sqrt(tu * tu + tv * tv);
            if (Math.abs(length - chord) > CHORD) {
                return null;
            }
            double su = line[2 * j] - line[2 * i];
            double sv = line[2 * j + 1] - line[2 * i + 1];
            double c = (su * tu + sv * tv) / (chord * length);
            double s = (su * tv - sv * tu) / (chord * length);
            if (!alike(c, s, i, p) || !alike(c, s, j, q)) {
                return null;
            }
            double mu = 0.5 * (line[2 * i] + line[2 * j]);
            double mv = 0.5 * (line[2 * i + 1] + line[2 * j + 1]);
            double x = 0.5 * (t[2 * p] + t[2 * q]) - (c * mu - s * mv);
            double y = 0.5 * (t[2 * p + 1] + t[2 * q + 1]) - (s * mu + c * mv);
            Placed placed = new Placed(c, s, x, y, 0);
            return scored(placed, Math.max(1, line.length / 2 / PROBES), 2.5 * SAME);
        }

        private boolean alike(double c, double s, int i, int p) {
            double du = c * along[2 * i] - s * along[2 * i + 1];
            double dv = s * along[2 * i] + c * along[2 * i + 1];
            return Math.abs(du * to.along()[2 * p] + dv * to.along()[2 * p + 1]) > ALIKE;
        }

        /// The share of every so many points that lie on the other line.
        private Placed scored(Placed at, int step, double near) {
            int hits = 0;
            int all = 0;
            for (int i = 0; i < line.length / 2; i += step) {
                double u = at.c * line[2 * i] - at.s * line[2 * i + 1] + at.x;
                double v = at.s * line[2 * i] + at.c * line[2 * i + 1] + at.y;
                int p = nearest.to(u, v);
                all++;
                if (p >= 0
                        && Math.hypot(to.line()[2 * p] - u, to.line()[2 * p + 1] - v) < near
                        && alike(at.c, at.s, i, p)) {
                    hits++;
                }
            }
            return new Placed(at.c, at.s, at.x, at.y, hits / (double) all);
        }

        /// Rounds of nearest points and the best turn and shift for them.
        private Placed refined(Placed at) {
            Placed now = at;
            for (int round = 0; round < ROUNDS; round++) {
                now = stepped(now);
            }
            return scored(now, 1, SAME);
        }

        private Placed stepped(Placed at) {
            double n = 0;
            double[] m = new double[4];
            double cross = 0;
            double dot = 0;
            for (int i = 0; i < line.length / 2; i++) {
                double u = at.c * line[2 * i] - at.s * line[2 * i + 1] + at.x;
                double v = at.s * line[2 * i] + at.c * line[2 * i + 1] + at.y;
                int p = nearest.to(u, v);
                if (p < 0) {
                    continue;
                }
                double tu = to.line()[2 * p];
                double tv = to.line()[2 * p + 1];
                n++;
                m[0] += line[2 * i];
                m[1] += line[2 * i + 1];
                m[2] += tu;
                m[3] += tv;
                cross += line[2 * i] * tv - line[2 * i + 1] * tu;
                dot += line[2 * i] * tu + line[2 * i + 1] * tv;
            }
            if (n < 10) {
                return at;
            }
            double sine = cross - (m[0] * m[3] - m[1] * m[2]) / n;
            double cosine = dot - (m[0] * m[2] + m[1] * m[3]) / n;
            double length = Math.hypot(sine, cosine);
            if (length == 0) {
                return at;
            }
            double c = cosine / length;
            double s = sine / length;
            double x = (m[2] - c * m[0] + s * m[1]) / n;
            double y = (m[3] - s * m[0] - c * m[1]) / n;
            return new Placed(c, s, x, y, 0);
        }

        private static void keep(Placed[] kept, Placed placed) {
            int at = kept.length - 1;
            if (kept[at] != null && kept[at].score() >= placed.score()) {
                return;
            }
            while (at > 0 && (kept[at - 1] == null || kept[at - 1].score() < placed.score())) {
                kept[at] = kept[at - 1];
                at--;
            }
            kept[at] = placed;
        }

        private Motion motion(Placed at) {
            Vec[] a = to.axes();
            Vec[] b = other.axes();
            Vec[] from = {b[0], b[1].times(-1), b[2].times(-1)};
            Vec[] onto = {
                a[0].times(at.c).plus(a[1].times(at.s)), a[1].times(at.c).minus(a[0].times(at.s)), a[2]
            };
            Vec origin = to.origin().plus(a[0].times(at.x)).plus(a[1].times(at.y));
            return Motion.between(other.origin(), from, origin, onto);
        }
    }

    private static float[] reversed(float[] line) {
        float[] seen = line.clone();
        for (int i = 1; i < seen.length; i += 2) {
            seen[i] = -seen[i];
        }
        return seen;
    }
}
