package org.maskguard.gateway.line;

import org.maskguard.gateway.line.PrinterLine.Action;
import org.maskguard.gateway.line.PrinterLine.Busy;
import org.maskguard.gateway.line.PrinterLine.Capability;
import org.maskguard.gateway.line.PrinterLine.Echo;
import org.maskguard.gateway.line.PrinterLine.Fault;
import org.maskguard.gateway.line.PrinterLine.Firmware;
import org.maskguard.gateway.line.PrinterLine.Ok;
import org.maskguard.gateway.line.PrinterLine.Other;
import org.maskguard.gateway.line.PrinterLine.Position;
import org.maskguard.gateway.line.PrinterLine.Resend;
import org.maskguard.gateway.line.PrinterLine.Start;
import org.maskguard.gateway.line.PrinterLine.Temperatures;
import org.maskguard.gateway.line.PrinterLine.Wait;

/// Tells the kinds of a printer's lines apart (PEERS A2, A4, A5, B).
///
/// `ok` is one only where it stands alone or a space follows: a damaged byte behind it may have joined two lines.
final class PrinterText {

    private PrinterText() {}

    static PrinterLine read(String line) {
        if (line.equals("ok") || line.startsWith("ok ")) {
            return ok(line);
        }
        if (line.startsWith("Resend:") || line.startsWith("rs ")) {
            return new Resend(number(line, 0));
        }
        if (line.startsWith("Error:") || line.startsWith("!!")) {
            int last = line.indexOf("Last Line: ");
            return new Fault(line.substring(line.startsWith("!!") ? 2 : 6).strip(), last < 0 ? -1 : number(line, last));
        }
        if (line.startsWith("echo:busy:") || line.startsWith("busy:")) {
            return new Busy(line.substring(line.indexOf("busy:") + 5).strip());
        }
        if (line.equals("wait")) {
            return new Wait();
        }
        if (isBoot(line)) {
            return new Start();
        }
        if (line.startsWith("//")) {
            String text = line.substring(2).strip();
            return text.startsWith("action:") ? new Action(text.substring(7)) : new Other(line);
        }
        return report(line);
    }

    private static PrinterLine report(String line) {
        String text = line.strip();
        if (text.startsWith("T:") || text.startsWith("T0:") || text.startsWith("B:")) {
            return new Temperatures(text);
        }
        if (text.startsWith("X:")) {
            return new Position(text);
        }
        if (text.startsWith("FIRMWARE_NAME:")) {
            return new Firmware(text);
        }
        if (text.startsWith("Cap:") && (text.endsWith(":0") || text.endsWith(":1")) && text.length() > 6) {
            return new Capability(text.substring(4, text.length() - 2), text.endsWith("1"));
        }
        return text.startsWith("echo:") ? new Echo(text.substring(5).strip()) : new Other(line);
    }

    /// Any of the lines that only a beginning firmware says: `start` itself may arrive damaged.
    private static boolean isBoot(String line) {
        return line.equals("start")
                || line.equals("PowerUp")
                || line.endsWith("External Reset")
                || line.endsWith("Brown out Reset")
                || line.endsWith("Watchdog Reset")
                || line.endsWith("Software Reset")
                || line.startsWith("Marlin ")
                || line.startsWith("echo: Free Memory");
    }

    private static Ok ok(String line) {
        String rest = line.substring(2).strip();
        long number = -1;
        if (rest.startsWith("N") && rest.length() > 1 && Character.isDigit(rest.charAt(1))) {
            number = number(rest, 1);
            int space = rest.indexOf(' ');
            rest = space < 0 ? "" : rest.substring(space + 1);
        }
        return new Ok(number, rest);
    }

    /// The first whole number from `from` on, or -1.
    private static long number(String line, int from) {
        int at = from;
        while (at < line.length() && !isDigit(line.charAt(at))) {
            at++;
        }
        long value = at == line.length() ? -1 : 0;
        for (; at < line.length() && isDigit(line.charAt(at)) && value < Command.MOST_NUMBER * 10; at++) {
            value = value * 10 + (line.charAt(at) - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
