package org.maskguard.train;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.Example;

/// How far the landmarks that were found on masks lie from the true ones, on the mean.
///
/// @param sums of the distances, by the landmark's number, mm
/// @param counts of masks whose face was found and whose landmark somebody marked, likewise
record LandmarkErrors(double[] sums, int[] counts) {

    /// What was done to the masks that are looked at: nothing, or they were turned.
    private static final Set<String> WHOLE = Set.of("clean", "rotation");

    /// Over the masks among these that are clean or only turned.
    static LandmarkErrors of(List<Specimen> specimens) {
        int n = Landmark.values().length;
        LandmarkErrors errors = new LandmarkErrors(new double[n], new int[n]);
        for (Specimen s : specimens) {
            if (wholeMask(s.id(), s.disturbance())) {
                s.spots().stream().filter(Specimen.Spot::isTheFace).findFirst().ifPresent(errors::add);
            }
        }
        return errors;
    }

    /// The masks of ICT-FaceKit's people among these that are clean or only turned.
    static List<Example> ofIct(List<Example> examples) {
        return examples.stream()
                .filter(e -> e.source().equals("ict") && wholeMask(e.id(), e.disturbance()))
                .toList();
    }

    private static boolean wholeMask(String id, String disturbance) {
        return id.startsWith("mask/") && WHOLE.contains(disturbance);
    }

    private void add(Specimen.Spot spot) {
        for (int i = 0; i < sums.length; i++) {
            double error = spot.errors()[i];
            if (!Double.isNaN(error)) {
                sums[i] += error;
                counts[i]++;
            }
        }
    }

    int count(Landmark landmark) {
        return counts[landmark.ordinal()];
    }

    /// In mm with one decimal; a dash where nobody marked the landmark.
    String mean(Landmark landmark) {
        int n = count(landmark);
        return n == 0 ? "–" : String.format(Locale.ROOT, "%.1f", sums[landmark.ordinal()] / n);
    }
}
