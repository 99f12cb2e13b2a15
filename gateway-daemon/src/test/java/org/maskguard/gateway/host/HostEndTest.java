package org.maskguard.gateway.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.gateway.line.Checksum;
import org.maskguard.gateway.line.Emergency;

/// PEERS A and C as a host meets them; DESIGN 8, "Ends".
class HostEndTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringBuilder said = new StringBuilder();
    private final List<HostEvent> events = new ArrayList<>();
    private final HostEnd end =
            new HostEnd(bytes -> said.append(new String(bytes, StandardCharsets.ISO_8859_1)), events::add, false);

    @Test
    void octoPrintsGreetingIsTaken() {
        send("N0 M110 N0*125\n");
        end.ok("", 0);
        send("N0 M110 N0*125\n");
        end.ok("", 0);
        send("N1 M115*39\n");
        end.ok("", 0);

        assertThat(events).hasSize(3).first().isEqualTo(new HostEvent.Renumbered(0));
        assertThat(commands()).containsExactly("M115");
        assertThat(said.toString()).isEqualTo("ok\nok\nok\n");
    }

    @Test
    void printrunsBeginningLeavesMinusOne() {
        send("N-1 M110*15\n");
        send("N0 M140 S60*83\n");

        assertThat(events.getFirst()).isEqualTo(new HostEvent.Renumbered(-1));
        assertThat(commands()).containsExactly("M140 S60");
    }

    @Test
    void prusaLinksSpaceBeforeTheStarIsPartOfTheChecksum() {
        send("M110 N0\n");
        send("N1 G28 *50\n");

        assertThat(commands()).containsExactly("G28");
    }

    @Test
    void unnumberedLinesSlipInBetween() {
        send(numbered("N1 G28") + "M105\n" + numbered("N2 G1 X1"));

        assertThat(commands()).containsExactly("G28", "M105", "G1 X1");
    }

    @Test
    void aDamagedLineIsAskedForOnceAndWhatArrivedWithItIsLost() {
        send("N1 G1 X1*0\n" + numbered("N2 G1 X2"));

        assertThat(events).isEmpty();
        assertThat(said.toString()).isEqualTo("Error:checksum mismatch, Last Line: 0\nResend: 1\nok\n");
    }

    @Test
    void aDamagedNumberIsNoRepeatedLine() {
        send(numbered("N1 G1 X1"));
        send(numbered("N2 G1 X2").replace("N2", "N1"));

        assertThat(said.toString()).contains("checksum mismatch", "Resend: 2");
    }

    @Test
    void aRepeatedLineIsAnsweredAndDropped() {
        send(numbered("N1 G1 X1"));
        end.ok("", 0);
        send(numbered("N1 G1 X1"));

        assertThat(commands()).containsExactly("G1 X1");
        assertThat(said.toString()).isEqualTo("ok\nok\n");
    }

    @Test
    void anotherLineUnderTheSameNumberIsAFault() {
        send(numbered("N1 G1 X1"));
        send(numbered("N1 G1 X9"));

        assertThat(commands()).containsExactly("G1 X1");
        assertThat(said.toString()).contains("Line Number is not Last Line Number+1", "Resend: 2");
    }

    @Test
    void theRestOfALineCutInTwoIsNotCarriedOut() {
        send("N1 \nG1 X5 E5*99\n");
        send("G1 X5\n");
        send("M105\n");

        assertThat(commands()).containsExactly("M105");
        assertThat(end.faults()).isEqualTo(1);
    }

    @Test
    void aLineThatLostItsNumberIsAskedForAgain() {
        send("O1 G1 X5 E5*99\n");

        assertThat(events).isEmpty();
        assertThat(said.toString()).endsWith("Resend: 1\nok\n");
    }

    @Test
    void aNumberedLineWhoseEndIsMissingIsAskedForAfterASecond() {
        send("N1 G1 X1*33");
        assertThat(end.next()).isEqualTo(SECOND);
        end.tick(SECOND);

        assertThat(said.toString()).endsWith("Resend: 1\nok\n");
    }

    @Test
    void typingSlowlyIsNoFault() {
        send("G28 ");

        assertThat(end.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatCannotBeWrittenAgainIsRefusedNamingTheLine() {
        send(numbered("N1 G92 E0 (home)"));

        assertThat(events)
                .containsExactly(new HostEvent.Refused(
                        1, "G92 E0 (home)", "it has the character ), which firmwares read differently"));
    }

    @Test
    void whoeverWaitsIsKeptWaitingByBusy() {
        send(numbered("N1 M400"));
        end.tick(2 * SECOND);
        end.tick(4 * SECOND);
        end.ok("", 5 * SECOND);
        end.tick(100 * SECOND);

        assertThat(said.toString()).isEqualTo("echo:busy: processing\necho:busy: processing\nok\n");
    }

    @Test
    void emergenciesComeFirstEvenInALineThatIsDamaged() {
        send("N9 M112*1\n");

        assertThat(events.getFirst()).isEqualTo(new HostEvent.Emergency(Emergency.KILL, 0));
    }

    @Test
    void emergenciesAreSeenInAFlood() {
        for (int i = 0; i < 100_000; i++) {
            send("G1 X" + i + "\n");
        }
        send("M112\n");

        assertThat(events.getLast()).isEqualTo(new HostEvent.Emergency(Emergency.KILL, 0));
        assertThat(end.pending()).isEqualTo(HostEnd.MOST_PENDING);
        assertThat(end.lost()).isPositive();
    }

    @Test
    void aGigabyteWithoutAnEndTakesNoRoom() {
        byte[] flood = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1 << 14; i++) {
            end.received(flood, 0, flood.length, 0);
        }
        send("\nM105\n");

        assertThat(commands()).containsExactly("M105");
    }

    @Test
    void keptLinesFollowWhenThereIsRoom() {
        for (int i = 0; i < 100; i++) {
            send("G1 X" + i + "\n");
        }
        for (int i = 0; i < 100; i++) {
            end.ok("", 0);
        }

        assertThat(commands()).hasSize(100).endsWith("G1 X99");
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        end.received(bytes, 0, bytes.length, 0);
    }

    private static String numbered(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return line + "*" + Checksum.of(bytes, 0, bytes.length) + "\n";
    }

    private List<String> commands() {
        return events.stream()
                .filter(HostEvent.Line.class::isInstance)
                .map(event -> ((HostEvent.Line) event).command().text())
                .toList();
    }
}
