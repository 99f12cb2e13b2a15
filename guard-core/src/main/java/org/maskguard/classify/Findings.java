package org.maskguard.classify;

import java.util.List;

/// What was found on a surface: the verdict without the file that it is about.
///
/// @param reasons most important first
/// @param faces strongest first
public record Findings(
        Ruling ruling, Category category, double score, List<Verdict.Reason> reasons, List<Face> faces, int bodies) {

    /// Nothing that looks like a face.
    public static Findings nothing(int bodies) {
        return new Findings(Ruling.PASS, Category.NONE, 0, List.of(), List.of(), bodies);
    }
}
