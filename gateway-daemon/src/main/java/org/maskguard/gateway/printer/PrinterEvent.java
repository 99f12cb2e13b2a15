package org.maskguard.gateway.printer;

import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.PrinterLine;

/// What happens at the printer's end.
public sealed interface PrinterEvent {

    /// The printer answers, its numbers are ours, and it waits for commands.
    record Opened() implements PrinterEvent {}

    /// The command that was sent is done, as far as the firmware says so.
    ///
    /// @param report what came with the `ok`: temperatures, or nothing
    record Done(Command command, String report) implements PrinterEvent {}

    /// The printer said something that is no answer by itself.
    record Said(PrinterLine line) implements PrinterEvent {}

    /// Whatever had been sent and not done is lost, and so is the printer's state; [PrinterEnd#open] begins anew.
    record Lost(Cause cause) implements PrinterEvent {}

    /// Why it was lost.
    enum Cause {
        /// It says that it has just started.
        RESET,
        /// It stopped itself and is dead until it is reset.
        HALTED,
        /// It has not answered for long.
        SILENT,
        /// It asks for lines that it had long taken: it must have forgotten them.
        CONFUSED
    }
}
