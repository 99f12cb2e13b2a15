package org.maskguard.gateway.judging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskguard.Guard;
import org.maskguard.JobWatch;
import org.maskguard.classify.Category;
import org.maskguard.classify.TooSlow;
import org.maskguard.gcode.Configuration;
import org.maskguard.gcode.UnreadableJob;
import org.maskguard.io.Mesh;
import org.maskguard.io.Unreadable;
import org.maskguard.suite.ReferencePair;

/// Shows at every start that the guard still knows a mask: a print job of the reference mask, made in memory.
public final class SelfTest {

    /// Height of a layer and width of a line, mm: coarse, so that it takes a second.
    private static final double LAYER = 0.8;

    private static final double WIDTH = 0.8;
    /// Section of filament of 1.75 mm, mm².
    private static final double FILAMENT = Math.PI / 4 * 1.75 * 1.75;
    /// Where the thing lies on the bed, mm.
    private static final double MIDDLE = 110;

    private SelfTest() {}

    /// Judges the reference mask.
    ///
    /// @return why nothing may be printed, one clause; empty where the mask was found
    public static String run(Guard guard) {
        try {
            JobWatch watch = guard.hold(Configuration.DEFAULT);
            for (String line : job(ReferencePair.refused().mesh())) {
                byte[] bytes = (line + '\n').getBytes(StandardCharsets.US_ASCII);
                watch.feed(bytes, 0, bytes.length);
            }
            // What is done about a mask is the policy's affair; that it is found is not.
            Category category = watch.finish().seen().findings().category();
            return category == Category.MASK ? "" : "the guard takes the reference mask for " + category.word();
        } catch (UnreadableJob | Unreadable | TooSlow | RuntimeException | Error fault) {
            return "the guard cannot judge the reference mask: " + fault;
        }
    }

    /// A print job of a thing that lies on the bed: a line along each cut of a layer through it, and
    /// nothing else.
    ///
    /// @return lines as the gateway sends them, without their ends
    public static List<String> job(Mesh thing) {
        List<String> job = new ArrayList<>(List.of("M104 S210", "M109 S210", "G28", "G21", "G90", "M83"));
        float[] v = thing.xyz();
        double top = 0;
        for (int i = 2; i < v.length; i += 3) {
            top = Math.max(top, v[i]);
        }
        for (int layer = 1; layer * LAYER <= top; layer++) {
            job.add(String.format(Locale.ROOT, "G1 Z%.2f F9000", layer * LAYER));
            cut(thing, (layer - 0.5) * LAYER, job);
        }
        job.addAll(List.of("M104 S0", "M84"));
        return job;
    }

    private static void cut(Mesh thing, double z, List<String> job) {
        float[] v = thing.xyz();
        int[] corners = thing.corners();
        double[] ends = new double[4];
        for (int t = 0; t < corners.length; t += 3) {
            int n = 0;
            for (int k = 0; k < 3 && n < 4; k++) {
                int a = 3 * corners[t + k];
                int b = 3 * corners[t + (k + 1) % 3];
                if (v[a + 2] < z != v[b + 2] < z) {
                    double share = (z - v[a + 2]) / (v[b + 2] - v[a + 2]);
                    ends[n++] = MIDDLE + v[a] + share * (v[b] - v[a]);
                    ends[n++] = MIDDLE + v[a + 1] + share * (v[b + 1] - v[a + 1]);
                }
            }
            if (n == 4) {
                double length = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
                job.add(String.format(Locale.ROOT, "G0 X%.2f Y%.2f", ends[0], ends[1]));
                job.add(String.format(
                        Locale.ROOT, "G1 X%.2f Y%.2f E%.4f", ends[2], ends[3], length * LAYER * WIDTH / FILAMENT));
            }
        }
    }
}
