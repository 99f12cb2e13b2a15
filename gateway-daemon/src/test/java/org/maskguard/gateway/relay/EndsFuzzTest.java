package org.maskguard.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskguard.gateway.line.Checksum;
import org.maskguard.gateway.line.MarlinBytes;
import org.maskguard.gateway.line.Numbering;
import org.maskguard.gateway.printer.Patience;

/// Whatever a host or a printer sends, the ends go on, and what they send is theirs.
///
/// ```
/// JAZZER_FUZZ=1 mvn -pl gateway-daemon test -Dtest='EndsFuzzTest#host'
/// ```
class EndsFuzzTest {

    private static final long SECOND = 1_000_000_000L;

    /// The only lines that ever go to a printer: DESIGN 8, "Ends".
    private static final Pattern TO_PRINTER =
            Pattern.compile("N\\d{1,8} [GMT]\\d{1,4}(\\.\\d)?( [ -~]*)?\\*\\d{1,3}|M(112|108|410|524)|M876 S\\d");

    private static final Pattern TO_HOST = Pattern.compile("[ -~]*");

    /// The bytes come from the host; the printer answers everything.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void host(byte[] bytes) {
        check(bytes, true);
    }

    static Stream<byte[]> host() {
        return Stream.of(
                ascii("N0 M110 N0*125\nN1 M115*39\nM155 S2\nM105\n"),
                ascii("N-1 M110*15\nN0 M140 S60*83\nN1 M105*38\nM112\nN5 M117 M110 N99*1\n"),
                ascii("N0M110*3\nG1X10Y-.5E1;c\n  \nG92 E0 (a)\nM118 A1 action:cancel\nM110 N4294967296\n"),
                ascii("N99999999999 M110 N99999999999*1\nM876 S1\n\\;\bM28 B1 x\n\0\n"));
    }

    /// The bytes come from the printer, while a host sends a few lines.
    @MethodSource
    @FuzzTest(maxDuration = "1m")
    void printer(byte[] bytes) {
        check(bytes, false);
    }

    static Stream<byte[]> printer() {
        return Stream.of(
                ascii("ok\nok T:21.5 /0.0\nok\nError:checksum mismatch, Last Line: 2\nResend: 3\nok\nok\n"),
                ascii("ok\nok T:1\nstart\nMarlin 2.1\nok\nResend: 99999999999999999999\nwait\n"),
                ascii("ok N1 P15 B3\nok N1 T:1\nError:Printer halted. kill() called!\n//action:cancel\n"),
                ascii("ok\nok T:1\nstarok\nok \t\0001\n"),
                ascii("ok\nok T:1\nCap:MEATPACK:1\nrs N2\n!!\nX:\nT:\necho:busy: p\nok N\n"));
    }

    private static void check(byte[] bytes, boolean fromHost) {
        List<byte[]> toPrinter = new ArrayList<>();
        List<byte[]> toHost = new ArrayList<>();
        Relay relay = new Relay(toHost::add, toPrinter::add, Patience.USUAL, 1);
        relay.open(0);
        byte[] answer = ascii("ok\nok T:21.5 /0.0\n");
        byte[] lines = ascii("G28\nG1 X1\nM105\n");
        if (fromHost) {
            relay.fromPrinter(answer, 0, answer.length, 0);
        } else {
            relay.fromHost(lines, 0, lines.length, 0);
        }
        long now = 0;
        for (int from = 0; from < bytes.length; from += 16) {
            int to = Math.min(bytes.length, from + 16);
            if (fromHost) {
                relay.fromHost(bytes, from, to, now);
                relay.fromPrinter(answer, 0, answer.length, now);
            } else {
                relay.fromPrinter(bytes, from, to, now);
            }
            now += SECOND / 4;
            relay.tick(now);
        }
        for (int i = 0; i < 5; i++) {
            now = Math.min(now + 100 * SECOND, relay.next());
            relay.tick(now);
        }
        toPrinter.forEach(EndsFuzzTest::assertOurs);
        for (byte[] line : toHost) {
            for (String text : new String(line, StandardCharsets.ISO_8859_1).split("\n")) {
                assertThat(text).matches(TO_HOST);
            }
        }
    }

    /// Each line is of our writing, bears its right checksum, and cannot renumber the printer.
    private static void assertOurs(byte[] bytes) {
        MarlinBytes reader = new MarlinBytes();
        for (byte b : bytes) {
            if (!reader.take(b)) {
                continue;
            }
            String text = new String(reader.line(), 0, reader.length(), StandardCharsets.ISO_8859_1);
            if (text.equals("N0 M110 N0*125")) {
                continue;
            }
            assertThat(text).matches(TO_PRINTER).doesNotContain("M110");
            assertThat(bytes.length).isLessThanOrEqualTo(90);
            if (Numbering.isNumbered(reader.line(), reader.length())) {
                int star = text.lastIndexOf('*');
                assertThat(text.substring(star + 1)).isEqualTo(String.valueOf(Checksum.of(reader.line(), 0, star)));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
