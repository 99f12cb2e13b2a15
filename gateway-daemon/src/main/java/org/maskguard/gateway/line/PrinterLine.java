package org.maskguard.gateway.line;

/// One line that a printer said, by kind. Its text is never passed on where it could be taken for another kind.
public sealed interface PrinterLine {

    /// A command is done.
    ///
    /// @param number the line's number where the firmware gives it (ADVANCED_OK), else -1
    /// @param report what came with it, such as temperatures; often empty
    record Ok(long number, String report) implements PrinterLine {

        /// Whether it answers an M105.
        public boolean hasTemperatures() {
            return report.startsWith("T:") || report.contains(" T:") || report.startsWith("T0:");
        }
    }

    /// Lines from `number` on are wanted again.
    record Resend(long number) implements PrinterLine {}

    /// Something went wrong.
    ///
    /// @param text what follows `Error:`
    /// @param last the number behind `Last Line:`, or -1
    record Fault(String text, long last) implements PrinterLine {

        /// Whether the printer is dead until it is reset.
        public boolean isHalt() {
            return text.contains("halted") || text.contains("kill()") || text.contains("system stopped");
        }
    }

    /// It works, and asks for patience.
    record Busy(String why) implements PrinterLine {}

    /// It has nothing to do.
    record Wait() implements PrinterLine {}

    /// It has begun anew, and forgotten everything.
    record Start() implements PrinterLine {}

    /// A request to the host, such as `cancel`.
    record Action(String text) implements PrinterLine {}

    /// Temperatures without an `ok`.
    record Temperatures(String text) implements PrinterLine {}

    /// Where the tool is.
    record Position(String text) implements PrinterLine {}

    /// The first line of M115's answer.
    record Firmware(String text) implements PrinterLine {}

    /// One capability of M115's answer.
    record Capability(String name, boolean on) implements PrinterLine {}

    /// A remark.
    record Echo(String text) implements PrinterLine {}

    /// Anything else.
    record Other(String text) implements PrinterLine {}

    /// Reads one line without its end.
    static PrinterLine read(String line) {
        return PrinterText.read(line);
    }
}
