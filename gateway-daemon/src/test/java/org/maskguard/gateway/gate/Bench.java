package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.Marlin;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.spool.SpoolLimits;
import org.maskguard.gateway.spool.Spooled;

/// A gate between a host that the test plays and a simulated printer, all on one virtual clock.
final class Bench {

    static final long MILLI = 1_000_000L;
    private static final long HOP = 20_000;
    private static final long JUDGING = 300 * MILLI;

    /// What the judge of the test says of the text of a job, with what lies on the bed before it: an empty sentence
    /// passes, one that begins with `hold` waits, any other refuses.
    Function<String, String> judge = text -> text.contains("X666") ? "a mask" : "";

    final Notes notes = new Notes();
    final List<String> said = new ArrayList<>();
    final List<String> printed = new ArrayList<>();
    final List<String> judged = new ArrayList<>();
    final SpoolFolder spools;
    GateSettings settings;
    Gate gate;
    Marlin printer;
    long now = 1_000_000_000L;

    private final ArrayDeque<byte[]> toPrinter = new ArrayDeque<>();
    private final ArrayDeque<byte[]> toGate = new ArrayDeque<>();
    private final ArrayDeque<Judge.Case> cases = new ArrayDeque<>();
    private final StringBuilder heard = new StringBuilder();
    private long judgedAt = Long.MAX_VALUE;
    private long number;
    private int oks;

    Bench(Path folder, GateSettings settings, Dialect dialect) {
        try {
            spools = new SpoolFolder(folder, new SpoolLimits(1 << 20, 1 << 22, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.settings = settings;
        printer = new Marlin(dialect, this::fromPrinter, printed::add, now);
        restart();
        gate.printerOpened(now);
    }

    static Bench usual(Path folder) {
        Bench bench = new Bench(folder, GateSettings.usual("p1").withHighest(200), Dialect.MARLIN_2_1.hurried(10));
        bench.commission();
        return bench;
    }

    /// A gate as after a start of the daemon, with what the last one left on disk.
    void restart() {
        try {
            gate = new Gate(settings, this::toHost, toPrinter::add, spools, new TestJudge(), notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commission() {
        until(() -> gate.machine() != null);
        gate.commission(now);
        until(() -> gate.closed().isEmpty());
        run(200);
    }

    // The host.

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        gate.fromHost(bytes, 0, bytes.length, now);
    }

    /// Sends a line without a number and waits for its ok.
    List<String> type(String text) {
        int from = said.size();
        int before = oks;
        write(text + "\n");
        until(() -> oks > before);
        return List.copyOf(said.subList(from, said.size()));
    }

    /// Sends a line with the next number and waits for its ok.
    void send(String text) {
        int before = oks;
        sendOnly(text);
        until(() -> oks > before);
    }

    /// Sends a line with the next number.
    void sendOnly(String text) {
        byte[] bytes = new Command('G', 0, 0, text).numbered(++number);
        gate.fromHost(bytes, 0, bytes.length, now);
    }

    /// As OctoPrint begins a job.
    void octoPrintBegins() {
        number = 0;
        int before = oks;
        write("N0 M110 N0*125\n");
        until(() -> oks > before);
    }

    /// As Printrun begins and ends a job.
    void printrun() {
        number = -1;
        int before = oks;
        write("N-1 M110*15\n");
        until(() -> oks > before);
    }

    /// A whole job as OctoPrint sends it, up to its last M400, whose answer is not waited for.
    void octoPrintSends(List<String> job) {
        octoPrintBegins();
        job.forEach(this::send);
        sendOnly("M400");
    }

    /// A whole job as Printrun sends it.
    void printrunSends(List<String> job) {
        printrun();
        job.forEach(this::send);
        printrun();
    }

    int oks() {
        return oks;
    }

    /// Whether the host heard a line that begins so.
    boolean heard(String begin) {
        return said.stream().anyMatch(line -> line.startsWith(begin));
    }

    JobState state(String job) {
        return notes.states.get(job);
    }

    /// What the printer carried out, without the gateway's questions.
    List<String> carriedOut() {
        return printed.stream()
                .filter(line -> !line.matches("M105|M110 N0|M115|M503|M114|M155 S2"))
                .toList();
    }

    // Time.

    void run(long millis) {
        long end = now + millis * MILLI;
        while (step(end)) {
            // Goes on.
        }
        now = Math.max(now, end);
        printer.advance(now);
        gate.tick(now);
    }

    void until(BooleanSupplier condition) {
        long end = now + 3_600_000 * MILLI;
        while (!condition.getAsBoolean()) {
            if (!step(end)) {
                fail("nothing happens any more; the host heard %s, the printer did %s", tail(said), tail(printed));
            }
        }
    }

    boolean step(long end) {
        byte[] bytes;
        if ((bytes = toPrinter.poll()) != null) {
            now += HOP;
            printer.receive(bytes, 0, bytes.length, now);
            return true;
        }
        if ((bytes = toGate.poll()) != null) {
            now += HOP;
            gate.fromPrinter(bytes, 0, bytes.length, now);
            return true;
        }
        long next = Math.min(Math.min(gate.next(), printer.next()), judgedAt);
        if (next == Long.MAX_VALUE || next > end) {
            return false;
        }
        now = Math.max(now, next);
        printer.advance(now);
        gate.tick(now);
        if (now >= judgedAt) {
            judgedAt = Long.MAX_VALUE;
            decide(cases.removeFirst());
        }
        return true;
    }

    private static List<String> tail(List<String> all) {
        return all.subList(Math.max(0, all.size() - 12), all.size());
    }

    private void fromPrinter(String line) {
        toGate.add((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void toHost(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n') {
                String line = heard.toString();
                heard.setLength(0);
                said.add(line);
                oks += line.equals("ok") || line.startsWith("ok ") ? 1 : 0;
            } else {
                heard.append((char) b);
            }
        }
    }

    // The judge.

    private void decide(Judge.Case job) {
        try {
            StringBuilder text = new StringBuilder();
            for (Spooled part : job.bed()) {
                text.append(text(part));
            }
            Sealed sealed =
                    job.spool() == null ? spools.find(job.job()) : job.spool().seal();
            text.append(text(sealed.spooled()));
            judged.add(text.toString());
            String sentence = judge.apply(text.toString());
            Judgement.Outcome outcome = sentence.isEmpty()
                    ? Judgement.Outcome.PRINT
                    : sentence.startsWith("hold") ? Judgement.Outcome.HOLD : Judgement.Outcome.REFUSE;
            gate.judged(job.job(), new Judgement(outcome, sentence, sealed), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Spooled part) throws IOException {
        byte[] all = Files.readAllBytes(part.file());
        return new String(all, 0, (int) part.bytes(), StandardCharsets.US_ASCII);
    }

    private final class TestJudge implements Judge {

        @Override
        public void judge(Case job) {
            cases.add(job);
            judgedAt = now + JUDGING;
        }

        @Override
        public Watch watch(String job, List<Spooled> bed) {
            return new Watch() {
                private boolean stopped;

                @Override
                public void line(String text) {
                    if (!stopped && !judge.apply(text).isEmpty()) {
                        Gate here = gate;
                        here.suspected(job, judge.apply(text), now);
                    }
                }

                @Override
                public void stop() {
                    stopped = true;
                }
            };
        }
    }
}
