package org.maskguard.classify;

/// What a face is on, from the strongest claim to the weakest.
public enum Category {
    /// The front of a life-size human face on a shell or open surface that a face fits behind.
    MASK("mask"),
    /// The same surface, concave, at least 15 mm deep: a mask can be cast in it.
    MOULD("mould"),
    /// Several bodies which only together make a life-size face mask.
    PARTS("parts"),
    /// Wearable and life-size, but only part of the face.
    PARTIAL_MASK("partial-mask"),
    /// A life-size human face with no room behind it.
    HEAD("head"),
    /// A life-size face on a plate or block without room behind it.
    RELIEF("relief"),
    /// A wearable face whose landmarks or measurements lie outside the human range.
    STYLISED("stylised"),
    /// Everything else.
    NONE("none");

    private final String word;

    Category(String word) {
        this.word = word;
    }

    /// The word that stands in JSON, policies and manifests.
    public String word() {
        return word;
    }
}
