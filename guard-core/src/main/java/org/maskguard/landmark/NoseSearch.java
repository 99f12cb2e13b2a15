package org.maskguard.landmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskguard.surface.HeightMap;

/// Looks for noses in one height map, and for how the face round each would lie.
///
/// Everything that stands out over the ring of 30 mm round it may be a nose. The mean face's relief is laid over each
/// in
/// 32 turns and 6 sizes; what fits badly by more than 9 mm (a plate behind, the edge of a block) is dropped and the
/// fit judged again. It ranks badly, so several starts of each nose are given back. Costs some 80 µs a candidate.
final class NoseSearch {

    /// Sizes looked for, times the mean: sellion to menton from some 80 to 200 mm in steps that the fit bridges.
    private static final double[] SCALES = {0.72, 0.84, 0.98, 1.14, 1.33, 1.55};

    /// How far off a height may be, mm at the mean's size, before it is thought not to be the face's.
    private static final double OUTLIER = 9;

    private static final int ANGLES = PolarTemplate.ANGLES;
    private static final int RINGS = PolarTemplate.RADII.length;

    /// A nose stands out by this much over the ring of 30 mm, mm: less than the flattest small one, more than the
    /// largest one seen from aslant.
    private static final double LEAST_RELIEF = 5;

    private static final double MOST_RELIEF = 75;

    /// Sizes and turns of a candidate that are judged again without outliers, of at most two for each size.
    private static final int JUDGED = 6;

    private final PolarTemplate template;
    private final int perNose;
    private final float[][] heights = new float[SCALES.length][RINGS * ANGLES];
    private final PolarPlane[] planes = new PolarPlane[SCALES.length];
    private final double[] peakValue = new double[2 * SCALES.length];
    private final double[] peakSlope = new double[2 * SCALES.length];
    private final int[] peakSize = new int[2 * SCALES.length];
    private final int[] peakTurn = new int[2 * SCALES.length];
    private int peaks;
    private final float[] kept = new float[RINGS * ANGLES];
    private final float[] product = new float[ANGLES];
    private final float[] energy = new float[ANGLES];

    /// @param perNose starts kept of each candidate
    NoseSearch(PolarTemplate template, int perNose) {
        this.template = template;
        this.perNose = perNose;
    }

    /// @param map of cells of some 6 mm, holes filled
    /// @param number that the starts carry
    List<Start> search(HeightMap map, int number) {
        List<Start> starts = new ArrayList<>();
        int w = map.width();
        int h = map.height();
        float[] relief = relief(map);
        for (int j = 1; j < h - 1; j++) {
            for (int i = 1; i < w - 1; i++) {
                float r = relief[j * w + i];
                if (r >= LEAST_RELIEF && r <= MOST_RELIEF && highest(relief, w, j * w + i)) {
                    candidate(map, i, j, number, starts);
                }
            }
        }
        return starts;
    }

    private static boolean highest(float[] relief, int w, int at) {
        float r = relief[at];
        for (int dj = -1; dj <= 1; dj++) {
            for (int di = -1; di <= 1; di++) {
                int other = at + dj * w + di;
                if (other != at && (relief[other] > r || (relief[other] == r && other < at))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Height of each cell over the mean of the ring of 30 mm round it: blind to how the whole is tilted.
    private static float[] relief(HeightMap map) {
        int w = map.width();
        int h = map.height();
        float[] z = map.z();
        int n = 16;
        int[] di = new int[n];
        int[] dj = new int[n];
        for (int k = 0; k < n; k++) {
            di[k] = (int) Math.rint(30 / map.cell() * Math.cos(2 * Math.PI * k / n));
            dj[k] = (int) Math.rint(30 / map.cell() * Math.sin(2 * Math.PI * k / n));
        }
        float[] out = new float[w * h];
        for (int j = 0; j < h; j++) {
            for (int i = 0; i < w; i++) {
                int at = j * w + i;
                float sum = 0;
                int found = 0;
                if (Float.isNaN(z[at])) {
                    continue;
                }
                for (int k = 0; k < n; k++) {
                    int x = i + di[k];
                    int y = j + dj[k];
                    if (x >= 0 && y >= 0 && x < w && y < h && !Float.isNaN(z[y * w + x])) {
                        sum += z[at] - z[y * w + x];
                        found++;
                    }
                }
                out[at] = found >= n / 2 ? sum / found : 0;
            }
        }
        return out;
    }

    private void candidate(HeightMap map, int i, int j, int number, List<Start> starts) {
        double x = map.x0() + (i + 0.5) * map.cell();
        double y = map.y0() + (j + 0.5) * map.cell();
        float tip = map.z()[j * map.width() + i];
        peaks = 0;
        for (int size = 0; size < SCALES.length; size++) {
            float[] sampled = heights[size];
            int found = sample(map, x, y, tip, SCALES[size], sampled);
            if (found < RINGS * ANGLES / 2) {
                continue;
            }
            planes[size] = PolarPlane.fit(sampled, PolarTemplate.RADII, ANGLES);
            double strength = correlate(sampled, planes[size]);
            int first = highestTurn(-1);
            if (first >= 0) {
                peak(size, first, strength);
                int second = highestTurn(first);
                if (second >= 0) {
                    peak(size, second, strength);
                }
            }
        }
        double[] bestScore = new double[perNose];
        Start[] best = new Start[perNose];
        for (int k = 0; k < Math.min(peaks, JUDGED); k++) {
            Start start = judge(peakSize[k], peakTurn[k], peakSlope[k], x, y, tip, number);
            if (start != null) {
                keep(start, best, bestScore);
            }
        }
        for (Start start : best) {
            if (start != null) {
                starts.add(start);
            }
        }
    }

    /// Notes a size and turn whose correlation stands out, best first.
    private void peak(int size, int turn, double strength) {
        int index = ANGLES - 1 - turn;
        double value = product[index] / Math.sqrt(energy[index] * strength);
        int at = peaks++;
        while (at > 0 && peakValue[at - 1] < value) {
            peakValue[at] = peakValue[at - 1];
            peakSize[at] = peakSize[at - 1];
            peakTurn[at] = peakTurn[at - 1];
            peakSlope[at] = peakSlope[at - 1];
            at--;
        }
        peakValue[at] = value;
        peakSize[at] = size;
        peakTurn[at] = turn;
        peakSlope[at] = Math.clamp(product[index] / energy[index], 0.5, 1.5);
    }

    /// Heights round the tip, relative to it and divided by the scale; gives how many there are.
    private static int sample(HeightMap map, double x, double y, float tip, double scale, float[] into) {
        int found = 0;
        for (int k = 0; k < RINGS; k++) {
            for (int a = 0; a < ANGLES; a++) {
                double r = PolarTemplate.RADII[k] * scale;
                float v = map.at(x + r * PolarPlane.COS[a], y + r * PolarPlane.SIN[a]);
                v = (float) ((v - tip) / scale);
                if (Float.isNaN(v) || v < -110 || v > 60) {
                    into[k * ANGLES + a] = Float.NaN;
                } else {
                    into[k * ANGLES + a] = v;
                    found++;
                }
            }
        }
        return found;
    }

    /// Sum of products and energy of the template under the samples, for all turns at once; gives the samples' own.
    private double correlate(float[] sampled, PolarPlane plane) {
        double strength = 1e-3;
        float[] products = product;
        float[] energies = energy;
        Arrays.fill(products, 0);
        Arrays.fill(energies, 1e-3f);
        float[] relief = template.relief();
        for (int k = 0; k < RINGS; k++) {
            for (int a = 0; a < ANGLES; a++) {
                float v = sampled[k * ANGLES + a];
                if (Float.isNaN(v)) {
                    continue;
                }
                float o = (float) (v - plane.at(PolarTemplate.RADII[k], a, ANGLES));
                strength += o * o;
                // Turned by t, the template's angle under the sample is a − t; counting t backwards runs forwards.
                int from = k * 2 * ANGLES + a + 1;
                for (int t = 0; t < ANGLES; t++) {
                    float m = relief[from + t];
                    products[t] += o * m;
                    energies[t] += m * m;
                }
            }
        }
        return strength;
    }

    /// The turn of the highest local maximum of the correlation other than `not`; −1 where there is none.
    private int highestTurn(int not) {
        int best = -1;
        double most = 0;
        for (int turn = 0; turn < ANGLES; turn++) {
            double here = value(turn);
            if (turn != not
                    && here > most
                    && here >= value((turn + 1) % ANGLES)
                    && here > value((turn + ANGLES - 1) % ANGLES)) {
                most = here;
                best = turn;
            }
        }
        return best;
    }

    private double value(int turn) {
        int t = ANGLES - 1 - turn;
        return product[t] / Math.sqrt(energy[t]);
    }

    /// Correlates once more without what lies far off, and scores by correlation and coverage.
    private Start judge(int size, int turn, double firstSlope, double x, double y, float tip, int number) {
        double scale = SCALES[size];
        System.arraycopy(heights[size], 0, kept, 0, kept.length);
        double slope = firstSlope;
        PolarPlane plane = planes[size];
        double correlation = 0;
        int left = 0;
        for (int pass = 0; pass < 2; pass++) {
            double reach = pass == 0 ? 1.5 * OUTLIER : OUTLIER;
            double om = 0;
            double oo = 1e-6;
            double mm = 1e-6;
            left = 0;
            for (int k = 0; k < RINGS; k++) {
                for (int a = 0; a < ANGLES; a++) {
                    float v = kept[k * ANGLES + a];
                    if (Float.isNaN(v)) {
                        continue;
                    }
                    int at = k * 2 * ANGLES + (a - turn + ANGLES) % ANGLES;
                    double o = v - plane.at(PolarTemplate.RADII[k], a, ANGLES);
                    double m = template.relief()[at];
                    if (template.inside()[at] == 0 || Math.abs(o - slope * m) > reach) {
                        kept[k * ANGLES + a] = Float.NaN;
                        continue;
                    }
                    om += o * m;
                    oo += o * o;
                    mm += m * m;
                    left++;
                }
            }
            correlation = om / Math.sqrt(oo * mm);
            slope = Math.clamp(om / mm, 0.5, 1.5);
            plane = PolarPlane.fit(kept, PolarTemplate.RADII, ANGLES);
        }
        double coverage = left / (double) template.size();
        double score = correlation * Math.min(1, coverage / 0.95);
        if (score < 0.45) {
            return null;
        }
        double angle = 2 * Math.PI * turn / ANGLES;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double mx = c * template.slopeX() - s * template.slopeY();
        double my = s * template.slopeX() + c * template.slopeY();
        double[] at = {x, y, tip};
        return new Start(number, Pose.leaning(angle, mx, my, plane.x(), plane.y(), scale, at), score);
    }

    private static void keep(Start start, Start[] best, double[] score) {
        for (int k = 0; k < best.length; k++) {
            if (best[k] == null || start.score() > score[k]) {
                for (int l = best.length - 1; l > k; l--) {
                    best[l] = best[l - 1];
                    score[l] = score[l - 1];
                }
                best[k] = start;
                score[k] = start.score();
                return;
            }
        }
    }
}
