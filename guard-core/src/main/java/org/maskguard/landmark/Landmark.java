package org.maskguard.landmark;

/// The points of a face that are named, with the field's names. Left and right are the face's own.
///
/// Positions on the 68 points of iBUG, where there is one, are those of the ICT-FaceKit model.
public enum Landmark {
    GLABELLA("glabella"),
    SELLION("sellion"),
    PRONASALE("pronasale"),
    SUBNASALE("subnasale"),
    ENDOCANTHION_LEFT("endocanthion-left"),
    ENDOCANTHION_RIGHT("endocanthion-right"),
    EXOCANTHION_LEFT("exocanthion-left"),
    EXOCANTHION_RIGHT("exocanthion-right"),
    ALARE_LEFT("alare-left"),
    ALARE_RIGHT("alare-right"),
    CHEILION_LEFT("cheilion-left"),
    CHEILION_RIGHT("cheilion-right"),
    STOMION("stomion"),
    LABIALE_SUPERIUS("labiale-superius"),
    LABIALE_INFERIUS("labiale-inferius"),
    POGONION("pogonion"),
    MENTON("menton");

    private final String word;

    Landmark(String word) {
        this.word = word;
    }

    /// The name that stands in JSON and reports.
    public String word() {
        return word;
    }
}
