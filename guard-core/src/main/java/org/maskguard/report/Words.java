package org.maskguard.report;

import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;

/// What things are called and what verdicts mean, in English. No line ends on the hyphen of `life-size`.
final class Words {

    private Words() {}

    /// The landmark's name; its side is told by where it is drawn.
    static String of(Landmark landmark) {
        return landmark.word().replace("-left", "").replace("-right", "").replace('-', ' ');
    }

    /// The measurement's name in the field.
    static String of(Measurement measurement) {
        return measurement == Measurement.SELLION_MENTON
                ? "sellion–menton"
                : measurement.word().replace('-', ' ');
    }

    /// The same for those who are not of the field.
    static String plainly(Measurement measurement) {
        return switch (measurement) {
            case SELLION_MENTON -> "root of the nose to lowest point of the chin";
            case INTERCANTHAL -> "between the inner corners of the eyes";
            case BIOCULAR -> "between the outer corners of the eyes";
            case NASAL_HEIGHT -> "root to base of the nose";
            case NASAL_BREADTH -> "across the wings of the nose";
            case NASAL_PROTRUSION -> "base to tip of the nose";
            case MOUTH_WIDTH -> "between the corners of the mouth";
            case FACE_WIDTH -> "across the face at the eyes";
        };
    }

    /// One word for the verdict.
    static String of(Ruling ruling) {
        return switch (ruling) {
            case PASS -> "Passed";
            case WARN -> "Warning";
            case REFUSE -> "Refused";
            case UNREADABLE -> "Unreadable";
        };
    }

    /// The verdict in one sentence.
    static String sentence(Verdict verdict) {
        return switch (verdict.ruling()) {
            case UNREADABLE -> "This file cannot be judged.";
            case PASS ->
                verdict.category() == Category.NONE
                        ? "No life\u2011size human face that could be worn or cast was found."
                        : "What was found is no reason to refuse or to warn: " + of(verdict.category()) + ".";
            case WARN -> "This looks like " + of(verdict.category()) + ".";
            case REFUSE -> "This is " + of(verdict.category()) + ".";
        };
    }

    static String of(Category category) {
        return switch (category) {
            case MASK -> "a wearable, life\u2011size mask of a human face";
            case MOULD -> "a mould in which a life\u2011size mask of a human face can be cast";
            case PARTS -> "several parts which together make a life\u2011size mask of a human face";
            case PARTIAL_MASK -> "a life\u2011size part of a human face, such as can be worn or cast";
            case HEAD -> "a life\u2011size human head without room to wear it";
            case RELIEF -> "a life\u2011size human face on a plate or block, without room to wear it";
            case STYLISED -> "a face outside the human range, such as a caricature or an animal";
            case NONE -> "nothing that the guard looks for";
        };
    }

    /// Where a distance lies beside its norm.
    static String deviation(double z) {
        if (!Double.isFinite(z)) {
            return "no norm";
        }
        String size = number(Math.abs(z), 1);
        if (size.equals("0.0")) {
            return "at the mean";
        }
        return size + " SD " + (z > 0 ? "above" : "below");
    }

    /// A number with so many decimals; a dash where it is none.
    static String number(double value, int places) {
        return Double.isFinite(value) ? Decimals.fixed(value, places).replace('-', '−') : "–";
    }

    /// The text with every number kept on one line with what belongs to it.
    static String unbroken(String text) {
        return text.replaceAll("(?<=\\d) (?=mm|%|±)|(?<=±) ", "\u00a0");
    }

    /// A whole number in groups of three.
    static String grouped(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, '\u202f');
        }
        return digits.toString();
    }

    /// A file's name as one word of a shell's line, or `FILE` where no line could hold it.
    static String shellWord(String file) {
        if (file.isEmpty() || !file.codePoints().allMatch(Words::printable)) {
            return "FILE";
        }
        String named = file.startsWith("-") ? "./" + file : file;
        if (named.matches("[A-Za-z0-9_./:@%+,-]+")) {
            return named;
        }
        return "'" + named.replace("'", "'\\''") + "'";
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
