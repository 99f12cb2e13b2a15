package org.maskguard.classify;

import java.util.List;

/// What the guard says of one file. The JSON of the design's section 3 is its only serial form.
///
/// @param subject what was judged
/// @param ruling the verdict
/// @param category of the strongest face found, [Category#NONE] where there is none or the file is unreadable
/// @param score of that face, 0 to 1; 0 where there is none
/// @param reasons why, most important first; empty for a plain pass
/// @param faces what was found, strongest first
/// @param fault why it is unreadable, null otherwise
/// @param cost how long it took
/// @param guard who says so
public record Verdict(
        Subject subject,
        Ruling ruling,
        Category category,
        double score,
        List<Reason> reasons,
        List<Face> faces,
        Fault fault,
        Cost cost,
        GuardVersion guard) {

    public Verdict {
        reasons = List.copyOf(reasons);
        faces = List.copyOf(faces);
    }

    /// The same verdict, of a file by another name: where the one that was judged is a nameless copy.
    public Verdict of(String file) {
        return new Verdict(subject.named(file), ruling, category, score, reasons, faces, fault, cost, guard);
    }

    /// The thing that was judged. Fields that could not be learned are empty or zero.
    ///
    /// @param sha256 lower-case hex of the bytes that were judged
    /// @param extentMm sizes along x, y and z, mm
    /// @param bodies connected bodies; 0 where they were not counted, since the whole is smaller than a face
    public record Subject(
            String file, String sha256, String format, String unit, double[] extentMm, long triangles, int bodies) {

        Subject named(String name) {
            return new Subject(name, sha256, format, unit, extentMm, triangles, bodies);
        }
    }

    /// One reason: a stable code such as `human-face`, and a sentence for people.
    public record Reason(String code, String text) {}

    /// Why a file is unreadable: code, place and sentence of [org.maskguard.io.Unreadable].
    public record Fault(String code, String where, String text) {}

    /// Wall time, ms.
    public record Cost(long read, long judge) {}

    /// @param version of the program
    /// @param model `sha256:` and the digest of the statistical model
    public record GuardVersion(String version, String model) {}
}
