package org.maskguard.gateway.judging;

import org.maskguard.classify.Category;
import org.maskguard.classify.Verdict;

/// One sentence of a verdict, for hosts that show one line: printable ASCII, without its full stop.
final class Sentences {

    private static final int MOST = 200;

    private Sentences() {}

    /// What a verdict comes to; empty for a pass.
    static String of(Verdict verdict, boolean withBed) {
        String what = switch (verdict.ruling()) {
            case PASS -> "";
            case UNREADABLE -> "it cannot be judged: " + fault(verdict.fault());
            case WARN, REFUSE -> shape(verdict.category());
        };
        return plain(what.isEmpty() || !withBed ? what : what + ", together with what lies on the bed");
    }

    /// What a face of a category is on.
    static String shape(Category category) {
        return switch (category) {
            case MASK -> "it is a life-size mask of a human face";
            case MOULD -> "it is a mould of a human face";
            case PARTS -> "its parts make a life-size mask of a human face";
            case PARTIAL_MASK -> "it is a part of a mask of a human face";
            case HEAD -> "it is a life-size human head";
            case RELIEF -> "it is a life-size human face on a plate";
            case STYLISED -> "it is a mask of a face outside the human range";
            case NONE -> "its shape is not let through";
        };
    }

    private static String fault(Verdict.Fault fault) {
        return fault.where().isEmpty() ? fault.text() : fault.where() + ": " + fault.text();
    }

    /// The text in printable ASCII, not too long, without a full stop.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST); i++) {
            char c = text.charAt(i);
            plain.append(c >= 0x20 && c < 0x7F ? c : '?');
        }
        return plain.toString().replaceAll("[. ]+$", "");
    }
}
