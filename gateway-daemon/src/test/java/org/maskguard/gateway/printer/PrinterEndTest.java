package org.maskguard.gateway.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.printer.PrinterEvent.Cause;

/// PEERS 0.7, A2, A4, B and DESIGN 8, "Ends": what goes to the printer, and when.
class PrinterEndTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> sent = new ArrayList<>();
    private final List<PrinterEvent> events = new ArrayList<>();
    private final PrinterEnd end = new PrinterEnd(
            bytes -> sent.add(new String(bytes, StandardCharsets.US_ASCII)), events::add, Patience.USUAL, 1);

    @Test
    void itOpensWithItsOwnNumbersAndAQuestionOnlyTheRightAnswerEnds() {
        end.open(0);
        say("ok\nok\nok\n");
        assertThat(events).isEmpty();
        say("ok T:21.50 /0.00 B:21.20 /0.00 @:0 B@:0\n");

        assertThat(sent).containsExactly("\nN0 M110 N0*125\n", "N1 M105*38\n".replace("38", checksum("N1 M105")));
        assertThat(events).containsExactly(new PrinterEvent.Opened());
        assertThat(end.isReady()).isTrue();
    }

    @Test
    void aPrinterThatBootsIsAskedAgain() {
        end.open(0);
        end.tick(2 * SECOND);

        assertThat(sent).hasSize(2);
        assertThat(end.next()).isEqualTo(4 * SECOND);
    }

    @Test
    void oneLineIsUnderWayAtATime() {
        opened();
        end.send(command("G28"), 0);
        assertThat(end.isReady()).isFalse();
        say("ok\n");

        assertThat(end.isReady()).isTrue();
        assertThat(events).contains(new PrinterEvent.Done(command("G28"), ""));
        assertThat(sent.getLast()).startsWith("N2 G28*");
    }

    @Test
    void aLostOkIsMadeGoodByANewLineNeverByTheSame() {
        opened();
        end.send(command("G1 X1"), 0);
        end.tick(30 * SECOND);
        assertThat(sent.getLast()).startsWith("N3 M105*");
        say("ok T:21.50 /0.00\n");

        assertThat(events).contains(new PrinterEvent.Done(command("G1 X1"), ""));
        assertThat(sent.stream().filter(line -> line.contains("G1 X1"))).hasSize(1);
    }

    @Test
    void aBusyPrinterIsWaitedForWithoutEnd() {
        opened();
        end.send(command("G28"), 0);
        for (int i = 1; i < 100; i++) {
            say("echo:busy: processing\n", i * 2 * SECOND);
            end.tick(i * 2 * SECOND);
        }

        assertThat(sent.getLast()).contains("G28");
    }

    @Test
    void reportsByThemselvesDoNotHideALostOk() {
        opened();
        end.send(command("G1 X1"), 0);
        for (int i = 1; i <= 15; i++) {
            say(" T:21.50 /0.00 B:21.20 /0.00 @:0 B@:0\n", i * 2 * SECOND);
            end.tick(i * 2 * SECOND);
        }

        assertThat(sent.getLast()).contains("M105");
    }

    @Test
    void aLineThatIsAskedForIsSentAgainOnceItsOkHasCome() {
        opened();
        end.send(command("G1 X1"), 0);
        say("Error:checksum mismatch, Last Line: 1\nResend: 2\n");
        assertThat(sent.getLast()).startsWith("N2 ");
        int before = sent.size();
        say("ok\n");

        assertThat(sent).hasSize(before + 1);
        assertThat(sent.getLast()).startsWith("N2 G1 X1*");
        assertThat(events.stream().filter(PrinterEvent.Done.class::isInstance)).isEmpty();
    }

    @Test
    void firmwareThatSendsNoOkBehindAResendIsServedAfterHalfASecond() {
        opened();
        end.send(command("G1 X1"), 0);
        int before = sent.size();
        say("Error:checksum mismatch, Last Line: 1\nResend: 2\n");
        end.tick(SECOND / 2);

        assertThat(sent).hasSize(before + 1);
    }

    @Test
    void aDamagedRequestIsNotFollowed() {
        opened();
        for (int i = 0; i < 20; i++) {
            end.send(command("G1 X" + i), 0);
            say("ok\n");
        }
        end.send(command("G1 X99"), 0);
        say("Error:checksum mismatch, Last Line: 21\nResend: 2\nok\n");

        assertThat(sent.getLast()).contains("M105");
    }

    @Test
    void theLastLineIsMadeSureOf() {
        opened();
        end.send(command("M84"), 0);
        say("ok\n");
        end.tick(SECOND);
        assertThat(sent.getLast()).startsWith("N3 M105*");
        say("Error:Line Number is not Last Line Number+1, Last Line: 1\nResend: 2\nok\n");

        assertThat(sent.getLast()).startsWith("N2 M84*");
        say("ok\n");
        assertThat(sent.getLast()).startsWith("N3 M105*");
    }

    @Test
    void aResetLosesWhatWasUnderWay() {
        opened();
        end.send(command("G1 X1"), 0);
        say("start\nPowerUp\nMarlin 2.1.3\n");

        // The rest of the banner is said to whoever waits for a closed printer to come back, but loses nothing more.
        assertThat(events)
                .contains(new PrinterEvent.Lost(Cause.RESET))
                .filteredOn(PrinterEvent.Lost.class::isInstance)
                .hasSize(1);
        assertThat(end.isReady()).isFalse();
    }

    @Test
    void aPrinterThatForgotItsNumbersIsNotFedOldLines() {
        opened();
        for (int i = 0; i < 20; i++) {
            end.send(command("G1 X" + i), 0);
            say("ok\n");
        }
        end.send(command("G1 X99"), 0);
        String complaint = "Error:Line Number is not Last Line Number+1, Last Line: 0\nResend: 1\nok\n";
        say(complaint);
        say(complaint);

        assertThat(events).endsWith(new PrinterEvent.Lost(Cause.CONFUSED));
    }

    @Test
    void aDeadPrinterIsToldOf() {
        opened();
        say("Error:Printer halted. kill() called!\n");

        assertThat(events).endsWith(new PrinterEvent.Lost(Cause.HALTED));
    }

    @Test
    void aStopGoesOutAtOnceUnnumberedAndOnceMoreNumbered() {
        opened();
        end.send(command("G28"), 0);
        end.emergency(Emergency.KILL, 0, 0);

        assertThat(sent.get(sent.size() - 2)).isEqualTo("\nM112\n");
        assertThat(sent.getLast()).startsWith("N3 M112*");
    }

    @Test
    void theOkOfAnUnnumberedWordIsNotTakenForTheNextLines() {
        opened();
        end.send(command("G28"), 0);
        end.emergency(Emergency.BREAK_WAIT, 0, 0);
        say("ok\n");
        end.send(command("G1 X1"), 0);
        say("ok\n");
        assertThat(end.isReady()).isFalse();
        say("ok\n");

        assertThat(end.isReady()).isTrue();
    }

    @Test
    void emergenciesGoOutInEveryState() {
        end.emergency(Emergency.KILL, 0, 0);
        end.open(0);
        end.emergency(Emergency.KILL, 0, 0);

        assertThat(sent.stream().filter("\nM112\n"::equals)).hasSize(2);
    }

    private void opened() {
        end.open(0);
        say("ok\nok T:21.50 /0.00\n");
    }

    private void say(String text) {
        say(text, 0);
    }

    private void say(String text, long now) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        end.received(bytes, 0, bytes.length, now);
    }

    private static Command command(String text) {
        return new Command(text.charAt(0), Integer.parseInt(text.substring(1).split(" ")[0]), 0, text);
    }

    private static String checksum(String line) {
        int sum = 0;
        for (char c : line.toCharArray()) {
            sum ^= c;
        }
        return String.valueOf(sum);
    }
}
