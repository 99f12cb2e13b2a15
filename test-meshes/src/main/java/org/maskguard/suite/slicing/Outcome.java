package org.maskguard.suite.slicing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// What a guard said of a mesh and of the job that a slicer made of it.
///
/// @param columns the job's row of the manifest
/// @param unit person or family
/// @param placed mean distance of the landmarks of the strongest face on mesh and job, mm, the mesh moved as the
///     manifest says; NaN where one of the two has no face
/// @param shifted the same after the one shift that makes it least: how much of it is shape
record Outcome(Map<String, String> columns, String unit, Said mesh, Said job, double placed, double shifted) {

    /// One verdict in short.
    ///
    /// @param fault code of what made it unreadable, empty otherwise
    record Said(Ruling ruling, Category category, double score, String fault, long millis) {
        static Said of(Verdict verdict) {
            return new Said(
                    verdict.ruling(),
                    verdict.category(),
                    verdict.score(),
                    verdict.fault() == null ? "" : verdict.fault().code(),
                    verdict.cost().read() + verdict.cost().judge());
        }
    }

    static Outcome of(Map<String, String> columns, String unit, Verdict mesh, Verdict job) {
        List<Vec> apart = apart(mesh, job, vector(columns.get("mesh_to_job")));
        return new Outcome(columns, unit, Said.of(mesh), Said.of(job), mean(apart, new Vec(0, 0, 0)), leastMean(apart));
    }

    /// What the row says of a column, empty where it has none.
    String column(String name) {
        return columns.getOrDefault(name, "");
    }

    /// `mask`, `found` or `rescaled`.
    String kind() {
        return column("kind");
    }

    /// Whether the slicer left out more than a fifth of the object, in volume or in height; a share that could not
    /// be
    /// measured counts as whole.
    boolean dropped() {
        return share("kept_volume") < JobManifest.KEPT || share("kept_height") < JobManifest.KEPT;
    }

    /// Whether there is a verdict on the job.
    boolean judged() {
        return job.ruling() != Ruling.UNREADABLE;
    }

    boolean agrees() {
        return mesh.ruling() == job.ruling();
    }

    private double share(String column) {
        String text = column(column);
        return text.isEmpty() || text.equals("NaN") ? 1 : Double.parseDouble(text);
    }

    private static List<Vec> apart(Verdict mesh, Verdict job, Vec moved) {
        List<Vec> apart = new ArrayList<>();
        if (!mesh.faces().isEmpty() && !job.faces().isEmpty()) {
            Face on = mesh.faces().getFirst();
            Map<Landmark, Vec> found = job.faces().getFirst().landmarks();
            for (Landmark landmark : Landmark.values()) {
                if (on.landmarks().containsKey(landmark) && found.containsKey(landmark)) {
                    apart.add(found.get(landmark)
                            .minus(on.landmarks().get(landmark))
                            .minus(moved));
                }
            }
        }
        return apart;
    }

    private static double leastMean(List<Vec> apart) {
        Vec sum = new Vec(0, 0, 0);
        for (Vec each : apart) {
            sum = sum.plus(each);
        }
        return apart.isEmpty() ? Double.NaN : mean(apart, sum.times(1.0 / apart.size()));
    }

    private static double mean(List<Vec> apart, Vec shift) {
        return apart.stream()
                .mapToDouble(each -> each.minus(shift).length())
                .average()
                .orElse(Double.NaN);
    }

    private static Vec vector(String text) {
        if (text == null || text.isBlank()) {
            return new Vec(0, 0, 0);
        }
        String[] numbers = text.strip().split(" +");
        return new Vec(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }
}
