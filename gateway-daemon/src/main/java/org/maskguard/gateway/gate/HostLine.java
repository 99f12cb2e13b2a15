package org.maskguard.gateway.gate;

import org.maskguard.gateway.line.Command;

/// A line of the host's that waits for its answer.
final class HostLine {

    /// What it says; null for an M110 and for what was not understood.
    final Command command;

    final boolean numbered;

    /// Of an M110, the number that the next line follows.
    final long renumbered;

    /// Of a line that was not understood, its text and what is wrong with it; else null.
    final String text;

    final String why;

    /// When it came.
    final long came;

    private boolean answered;
    private String report = "";
    private boolean told;
    private boolean counted;

    private HostLine(Command command, boolean numbered, long renumbered, String text, String why, long came) {
        this.command = command;
        this.numbered = numbered;
        this.renumbered = renumbered;
        this.text = text;
        this.why = why;
        this.came = came;
    }

    static HostLine of(Command command, boolean numbered, long came) {
        return new HostLine(command, numbered, 0, null, null, came);
    }

    static HostLine renumbering(long last, long came) {
        return new HostLine(null, true, last, null, null, came);
    }

    static HostLine refused(String text, boolean numbered, String why, long came) {
        return new HostLine(null, numbered, 0, text, why, came);
    }

    boolean isRenumbering() {
        return command == null && why == null;
    }

    /// It may be answered, in its turn.
    void answer(String withReport) {
        answered = true;
        report = withReport;
    }

    void answer() {
        answer("");
    }

    boolean isAnswered() {
        return answered;
    }

    String report() {
        return report;
    }

    /// Whether the job tracker has seen it; it has from now on.
    boolean count() {
        boolean was = counted;
        counted = true;
        return was;
    }

    /// Whether a poll's report was given before its turn; it is from now on.
    boolean tell() {
        boolean was = told;
        told = true;
        return was;
    }
}
