package org.maskguard.cli;

import java.util.Locale;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;

/// One verdict as one line for people: verdict, category, score, name, first reason.
final class VerdictLine {

    private VerdictLine() {}

    static String of(Verdict verdict, boolean colour) {
        String ruling = Style.of(verdict.ruling())
                .paint(String.format(Locale.ROOT, "%-10s", verdict.ruling().word()), colour);
        String name = Style.BOLD.paint(Visible.text(verdict.subject().file()), colour);
        String line = String.format(Locale.ROOT, "%s  %-12s  %-5s  %s", ruling, kind(verdict), score(verdict), name);
        String why = why(verdict);
        return why.isEmpty() ? line : line + ": " + why;
    }

    private static String kind(Verdict verdict) {
        return verdict.ruling() == Ruling.UNREADABLE
                ? verdict.fault().code()
                : verdict.category().word();
    }

    private static String score(Verdict verdict) {
        return verdict.faces().isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", verdict.score());
    }

    private static String why(Verdict verdict) {
        if (verdict.ruling() != Ruling.UNREADABLE) {
            return verdict.reasons().isEmpty()
                    ? ""
                    : Visible.text(verdict.reasons().getFirst().text());
        }
        String where = verdict.fault().where();
        return Visible.text(verdict.fault().text() + (where.isEmpty() ? "" : " (" + where + ")"));
    }
}
