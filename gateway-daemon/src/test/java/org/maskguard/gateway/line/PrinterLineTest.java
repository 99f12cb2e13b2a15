package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// PEERS A2, A4, A5, B: what a printer says.
class PrinterLineTest {

    @Test
    void anOkStandsAloneOrBeforeASpace() {
        assertThat(PrinterLine.read("ok")).isEqualTo(new PrinterLine.Ok(-1, ""));
        assertThat(PrinterLine.read("ok N12 P15 B3")).isEqualTo(new PrinterLine.Ok(12, "P15 B3"));
        assertThat(PrinterLine.read("ok T:21.50 /0.00 B:21.20 /0.00 @:0 B@:0"))
                .isInstanceOfSatisfying(
                        PrinterLine.Ok.class,
                        ok -> assertThat(ok.hasTemperatures()).isTrue());
        assertThat(PrinterLine.read("okJecho:x")).isInstanceOf(PrinterLine.Other.class);
    }

    @Test
    void faultsNameTheLastLine() {
        assertThat(PrinterLine.read("Error:checksum mismatch, Last Line: 41"))
                .isEqualTo(new PrinterLine.Fault("checksum mismatch, Last Line: 41", 41));
        assertThat(PrinterLine.read("Resend: 42")).isEqualTo(new PrinterLine.Resend(42));
        assertThat(PrinterLine.read("rs N42")).isEqualTo(new PrinterLine.Resend(42));
        assertThat(PrinterLine.read("Resend:")).isEqualTo(new PrinterLine.Resend(-1));
    }

    @Test
    void aHaltIsToldFromOtherFaults() {
        assertThat(((PrinterLine.Fault) PrinterLine.read("Error:Printer halted. kill() called!")).isHalt())
                .isTrue();
        assertThat(((PrinterLine.Fault) PrinterLine.read("Error:checksum mismatch, Last Line: 1")).isHalt())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "PowerUp", " External Reset", "Marlin 2.1.3", "echo: Free Memory: 4096"})
    void everyLineOfABootTellsOfIt(String line) {
        assertThat(PrinterLine.read(line)).isEqualTo(new PrinterLine.Start());
    }

    @Test
    void reportsAreKnownByTheirShape() {
        assertThat(PrinterLine.read(" T:21.50 /0.00 B:21.20 /0.00")).isInstanceOf(PrinterLine.Temperatures.class);
        assertThat(PrinterLine.read("X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0")).isInstanceOf(PrinterLine.Position.class);
        assertThat(PrinterLine.read("Cap:MEATPACK:1")).isEqualTo(new PrinterLine.Capability("MEATPACK", true));
        assertThat(PrinterLine.read("//action:cancel")).isEqualTo(new PrinterLine.Action("cancel"));
        assertThat(PrinterLine.read("echo:busy: processing")).isEqualTo(new PrinterLine.Busy("processing"));
        assertThat(PrinterLine.read("anything")).isEqualTo(new PrinterLine.Other("anything"));
    }
}
