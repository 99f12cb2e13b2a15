package org.maskguard.gateway.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.classify.Ruling;
import org.maskguard.gateway.gate.JobState;

/// The whole gateway in one process: a host, the daemon, the guard, simulated printers.
@Timeout(300)
class DaemonTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "pseudo-terminals are made on Linux only");
    }

    @Test
    void aBenignJobIsPrintedLineByLine() throws Exception {
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.hostAtTerminal("p1")) {
            host.octoPrintSends(LiveBench.box());

            assertThat(bench.awaitOver()).isEqualTo(JobState.DONE);
            List<String> printed = new ArrayList<>(bench.printed("p1"));
            printed.removeIf(line -> line.startsWith("M73") || line.startsWith("M105"));
            assertThat(printed).containsSubsequence(LiveBench.box());
            assertThat(bench.deposits("p1")).hasSize(120);
            assertThat(bench.books.verdicts.get(bench.books.newest()).ruling()).isEqualTo(Ruling.PASS);
        }
    }

    @Test
    void ofAMaskNotOneLineLaysMaterialDown() throws Exception {
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            host.octoPrintSends(LiveBench.mask());

            assertThat(bench.awaitOver()).isEqualTo(JobState.REFUSED);
            host.awaitHeard("//action:cancel");
            assertThat(host.said()).contains("echo:Maskguard: refused: it is a life-size mask of a human face");
            assertThat(bench.deposits("p1")).isEmpty();
            assertThat(bench.printed("p1")).noneMatch(line -> line.startsWith("G"));
        }
    }

    /// Two halves as two jobs: each by itself is no mask, both on one bed are.
    @Test
    void aMaskInTwoJobsIsRefusedWhereTheSecondCompletesIt() throws Exception {
        List<String> mask = LiveBench.mask();
        int cut = mask.size() / 5;
        while (!mask.get(cut).startsWith("G1 Z")) {
            cut++;
        }
        List<String> first = mask.subList(0, cut);
        List<String> second = new ArrayList<>(List.of("M109 S210", "G28", "M83"));
        second.addAll(mask.subList(cut, mask.size()));
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            host.octoPrintSends(first);
            assertThat(bench.awaitOver()).isEqualTo(JobState.DONE);
            int laid = bench.deposits("p1").size();
            assertThat(laid).isPositive();
            host.awaitHeard("ok");
            host.octoPrintSends(second);

            assertThat(bench.awaitOver()).isEqualTo(JobState.REFUSED);
            assertThat(bench.deposits("p1")).hasSize(laid);
        }
    }

    @Test
    void whereTheVerdictCannotBeWrittenNothingIsPrinted() throws Exception {
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            bench.books.fails = true;
            host.octoPrintSends(LiveBench.box());

            assertThat(bench.awaitOver()).isEqualTo(JobState.REFUSED);
            assertThat(bench.deposits("p1")).isEmpty();
        }
    }

    @Test
    void whatCannotBeJudgedIsNotPrinted() throws Exception {
        List<String> job = new ArrayList<>(LiveBench.box());
        job.add(20, "G5 X100 Y100 I1 J1 P-1 Q1 E2");
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            host.octoPrintSends(job);

            assertThat(bench.awaitOver()).isNotEqualTo(JobState.DONE);
            assertThat(bench.deposits("p1")).isEmpty();
        }
    }

    @Test
    void jobsThatAreWarnedOfWaitForAnOperatorWherePolicySaysSo() throws Exception {
        String policy = "policy.warn = \"hold\"\npolicy.categories = { mask = \"warn\" }";
        try (LiveBench bench = new LiveBench(folder, List.of("p1"), policy)) {
            bench.awaitOpen();
            try (TestHost host = bench.host(0)) {
                host.octoPrintSends(LiveBench.mask());
                host.awaitHeard("echo:Maskguard: the print waits for an operator");
                String job = bench.books.newest();
                assertThat(bench.deposits("p1")).isEmpty();

                assertThat(bench.daemon.release(job).kind()).isEqualTo(Operator.Reply.Kind.DONE);
                assertThat(bench.awaitOver()).isEqualTo(JobState.DONE);
                assertThat(bench.deposits("p1")).isNotEmpty();
            }
        }
    }

    @Test
    void auditModeOnlyRecords() throws Exception {
        try (LiveBench bench = new LiveBench(folder, List.of("p1"), "defaults.mode = \"audit\"")) {
            bench.awaitOpen();
            try (TestHost host = bench.host(0)) {
                host.octoPrintSends(LiveBench.mask());

                assertThat(bench.awaitOver()).isEqualTo(JobState.DONE);
                assertThat(bench.books.verdicts.get(bench.books.newest()).ruling())
                        .isEqualTo(Ruling.REFUSE);
                assertThat(bench.deposits("p1")).hasSizeGreaterThan(10_000);
            }
        }
    }

    @Test
    @Tag("heavy")
    void liveModeStopsAMaskWhileItIsPrinted() throws Exception {
        try (LiveBench bench = new LiveBench(folder, List.of("p1"), "defaults.mode = \"live\"")) {
            bench.awaitOpen();
            List<String> mask = LiveBench.standingMask();
            long all = mask.stream().filter(line -> line.contains(" E")).count();
            try (TestHost host = bench.host(0)) {
                host.octoPrintSends(mask);

                assertThat(bench.awaitOver()).isEqualTo(JobState.REFUSED);
                assertThat(host.said()).anyMatch(line -> line.startsWith("echo:Maskguard: refused: it is a"));
                long laid = bench.deposits("p1").size();
                assertThat(laid).isPositive().isLessThan(all * 95 / 100);
            }
        }
    }

    @Test
    void aJobIsInterruptedByTheGatewaysEndAndTheNextGatewayWantsAClearBed() throws Exception {
        try (LiveBench bench = LiveBench.usual(folder);
                TestHost host = bench.host(0)) {
            host.octoPrintSends(LiveBench.box());
            LiveBench.await(() -> "the print", () -> bench.status("p1").state().equals("printing"), 60_000_000_000L);
            bench.daemon.close();

            assertThat(bench.books.state(bench.books.newest())).isEqualTo(JobState.INTERRUPTED);
        }
    }
}
