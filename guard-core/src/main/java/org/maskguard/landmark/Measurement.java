package org.maskguard.landmark;

/// Distances between landmarks that have published norms. All in mm.
public enum Measurement {
    SELLION_MENTON("sellion-menton"),
    INTERCANTHAL("intercanthal"),
    BIOCULAR("biocular"),
    NASAL_HEIGHT("nasal-height"),
    NASAL_BREADTH("nasal-breadth"),
    NASAL_PROTRUSION("nasal-protrusion"),
    MOUTH_WIDTH("mouth-width"),
    FACE_WIDTH("face-width");

    private final String word;

    Measurement(String word) {
        this.word = word;
    }

    /// The name that stands in JSON and reports.
    public String word() {
        return word;
    }
}
