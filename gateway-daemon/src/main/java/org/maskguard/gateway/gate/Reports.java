package org.maskguard.gateway.gate;

import java.util.List;
import org.maskguard.gateway.line.PrinterLine;

/// The latest that the printer said of itself, and when. Not thread-safe.
final class Reports {

    /// Older reports are asked for anew.
    static final long FRESH = 2_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private String temperatures = "";
    private Temperatures degrees = Temperatures.UNKNOWN;
    private long temperaturesAt = NEVER;
    private String position = "";
    private long positionAt = NEVER;
    private List<String> firmware = List.of();
    private List<String> settings = List.of();

    /// Takes whatever is a report; says whether it was one.
    boolean take(PrinterLine line, long now) {
        switch (line) {
            case PrinterLine.Temperatures report -> temperatures(report.text(), now);
            case PrinterLine.Position report -> {
                position = report.text();
                positionAt = now;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Takes what came with an `ok`, where it holds temperatures.
    void answered(String report, long now) {
        int at = Math.max(report.indexOf("T:"), report.indexOf("T0:"));
        if (at >= 0) {
            temperatures(report.substring(at), now);
        }
    }

    private void temperatures(String text, long now) {
        // Of a heating wait, the time that is left is not the host's concern.
        int waiting = text.indexOf(" W:");
        temperatures = waiting < 0 ? text : text.substring(0, waiting);
        temperaturesAt = now;
        degrees = Temperatures.read(temperatures);
    }

    void machine(List<String> firmwareLines, List<String> settingLines) {
        firmware = firmwareLines;
        settings = settingLines;
    }

    String temperatures() {
        return temperatures;
    }

    Temperatures degrees() {
        return degrees;
    }

    /// How many heated tools there are: those that it tells apart by number (`T0:`, `T1:`), else one.
    int tools() {
        int tools = 0;
        while (temperatures.contains("T" + tools + ":")) {
            tools++;
        }
        return Math.max(1, tools);
    }

    String position() {
        return position;
    }

    /// The height that the position says, mm, or NaN.
    double height() {
        int at = position.indexOf("Z:");
        int end = position.indexOf(' ', at);
        if (at < 0 || end < 0) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(position.substring(at + 2, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean areTemperaturesFresh(long now) {
        return now - temperaturesAt <= FRESH;
    }

    boolean isPositionFresh(long now) {
        return now - positionAt <= FRESH;
    }

    List<String> firmware() {
        return firmware;
    }

    List<String> settings() {
        return settings;
    }

    /// The tool was moved: where it was is no answer any more.
    void moved() {
        positionAt = NEVER;
    }
}
