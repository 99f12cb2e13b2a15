package org.maskguard.gateway.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// PEERS A: the simulated printer says what the real one says, when it says it.
class MarlinTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> said = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Marlin marlin = new Marlin(Dialect.MARLIN_2_1, said::add, log::add, 0);
    private long now;

    @Test
    void itBootsWithABannerAndHearsNothingBefore() {
        send("M105\n");
        after(0.5);
        assertThat(said).isEmpty();
        after(0.5);

        assertThat(said).startsWith("start", "PowerUp", "Marlin 2.1.3");
        assertThat(log).isEmpty();
    }

    @Test
    void okComesWhenAMoveIsPlannedAndIsHeldWhenThePlannerIsFull() {
        booted();
        for (int i = 1; i <= 16; i++) {
            send("G1 X" + i * 10 + " F600\n");
        }
        assertThat(oks()).isEqualTo(16);
        send("G1 X170\n");
        assertThat(oks()).isEqualTo(16);
        after(1.001);

        assertThat(oks()).isEqualTo(17);
        assertThat(marlin.position(now)[0]).isBetween(9.9, 10.2);
    }

    @Test
    void aWaitForMovesIsBusyEveryTwoSeconds() {
        booted();
        send("G1 X100 F600\nM400\n");
        after(9.9);
        assertThat(said).filteredOn("echo:busy: processing"::equals).hasSize(4);
        assertThat(oks()).isEqualTo(1);
        after(0.2);

        assertThat(oks()).isEqualTo(2);
    }

    @Test
    void aHeatingWaitReportsEverySecondUntilItIsHot() {
        booted();
        send("M109 S81.5\n");
        after(19.9);
        assertThat(oks()).isZero();
        assertThat(said).filteredOn(line -> line.startsWith(" T:")).hasSize(19);
        after(0.2);

        assertThat(oks()).isEqualTo(1);
        assertThat(marlin.nozzle(now)[0]).isEqualTo(81.5);
    }

    @Test
    void coldFilamentIsNotPushedButTheToolMoves() {
        booted();
        send("G1 X10 E5 F6000\n");
        after(1);

        assertThat(said).contains("echo: cold extrusion prevented");
        assertThat(marlin.extruded()).isZero();
        assertThat(marlin.position(now)[0]).isEqualTo(10);
    }

    @Test
    void aDamagedLineIsAskedForInThreeLines() {
        booted();
        send("N1 G28*99\n");

        assertThat(said).containsExactly("Error:checksum mismatch, Last Line: 0", "Resend: 1", "ok");
    }

    @Test
    void anEmptyLineAndACommentHaveNoOkALineOfSpacesHas() {
        booted();
        send("\n; comment\n   \n");

        assertThat(said).containsExactly("echo:Unknown command: \"\"", "ok");
    }

    @Test
    void aStopKillsAtOnceWhateverWaits() {
        booted();
        send("M104 S200\nG4 S1000\nG1 X5\n");
        send("M112\n");

        assertThat(said).endsWith("Error:Printer halted. kill() called!");
        assertThat(marlin.isDead()).isTrue();
        assertThat(marlin.nozzle(now)[1]).isZero();
        send("M105\n");
        assertThat(said).endsWith("Error:Printer halted. kill() called!");
    }

    @Test
    void codesWrapAndTheLastOfTwoParametersCounts() {
        booted();
        send("M65640 S200\nG1 X10 X20 F6000\n");
        after(1);

        assertThat(marlin.nozzle(now)[1]).isEqualTo(200);
        assertThat(marlin.position(now)[0]).isEqualTo(20);
    }

    @Test
    void aLineIsCarriedOutToItsFirstStar() {
        booted();
        String line = "N1 G1 X1*Y9";
        int sum = 0;
        for (char c : line.toCharArray()) {
            sum ^= c;
        }
        send(line + "*" + sum + "\n");

        assertThat(log).containsExactly("G1 X1");
    }

    @Test
    void anUploadIsStoredAndNotCarriedOut() {
        booted();
        send("M28 a.gco\nN1 G28*18\nN2 G1 X1*" + sum("N2 G1 X1") + "\nN3 M29*" + sum("N3 M29") + "\n");

        assertThat(said).contains("Writing to file: a.gco", "Done saving file.");
        assertThat(marlin.files()).containsKey("a.gco");
        assertThat(marlin.files().get("a.gco")).containsExactly("G28", "G1 X1");
        assertThat(log).containsExactly("M28 a.gco");
        said.clear();
        send("M23 a.gco\nM24\n");
        after(60);

        assertThat(said).contains("File selected", "Done printing file");
        assertThat(log).containsExactly("M28 a.gco", "M23 a.gco", "M24", "G28", "G1 X1");
    }

    @Test
    void m118SaysAnything() {
        booted();
        send("M118 A1 action:cancel\nM118 ok\n");

        assertThat(said).containsExactly("//action:cancel", "ok", "ok", "ok");
    }

    @Test
    void temperaturesAreReportedByThemselves() {
        booted();
        send("M155 S2\n");
        after(10);

        assertThat(said).filteredOn(line -> line.startsWith(" T:21.50")).hasSize(5);
    }

    @Test
    void whatOverflowsIsLost() {
        booted();
        send("G4 S100\n");
        send("G1 X1\n".repeat(1000));

        assertThat(marlin.overflowed()).isPositive();
    }

    @Test
    void aResetForgetsNumbersHeatAndMoves() {
        booted();
        send("N1 G28*18\nM104 S200\n");
        marlin.reset(now);
        after(1);
        said.clear();
        send("N1 G28*18\n");

        assertThat(said).doesNotContain("Resend: 2");
        assertThat(marlin.nozzle(now)[1]).isZero();
    }

    private void booted() {
        after(1);
        said.clear();
    }

    private void after(double seconds) {
        now += (long) (seconds * SECOND);
        marlin.advance(now);
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        marlin.receive(bytes, 0, bytes.length, now);
    }

    private long oks() {
        return said.stream().filter(line -> line.startsWith("ok")).count();
    }

    private static int sum(String line) {
        int sum = 0;
        for (char c : line.toCharArray()) {
            sum ^= c;
        }
        return sum;
    }
}
