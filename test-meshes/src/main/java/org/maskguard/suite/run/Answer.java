package org.maskguard.suite.run;

/// What a guard said of a file.
///
/// @param verdict `pass`, `warn`, `refuse`, `unreadable`, or `failed` where it gave none in time or within its memory
/// @param category of the face that it names, or empty
/// @param score 0 to 1, or NaN where it gives none
/// @param ms wall time
/// @param peakMb most memory of its process, or 0 where that is not known
/// @param note why it failed, or empty
public record Answer(String verdict, String category, double score, long ms, long peakMb, String note) {

    static Answer failed(long ms, long peakMb, String why) {
        return new Answer("failed", "", Double.NaN, ms, peakMb, why);
    }
}
