package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.Judged;
import org.maskguard.classify.Verdict;
import org.maskguard.report.VerdictJson;

/// The program with the [FakeJudge] in it: in this process for most tests, in one of its own for the others.
final class FakeMain {

    private FakeMain() {}

    public static void main(String[] arguments) {
        Main main = with(Terminal.ofProcess(), FakeMain::nothing);
        main.end(main.run(arguments));
    }

    static Main with(Terminal terminal, Pages pages) {
        Reports reports = new Reports() {
            @Override
            public String json(Verdict verdict) {
                return VerdictJson.line(verdict);
            }

            @Override
            public Path page(Path folder, Judged judged) throws IOException {
                pages.write(folder, judged);
                return folder.resolve("page.html");
            }

            @Override
            public Path index(Path folder, List<Verdict> verdicts) {
                return folder.resolve("index-of-" + verdicts.size() + ".html");
            }
        };
        return new Main(
                terminal,
                () -> List.of(
                        new CommandEntry("scan", place -> new ScanCommand(place, policy -> new FakeJudge(), reports)),
                        new CommandEntry(
                                "explain", place -> new ExplainCommand(place, policy -> new FakeJudge(), reports)),
                        new CommandEntry("key", KeyCommand::line),
                        new CommandEntry("permit", PermitCommand::line),
                        new CommandEntry(
                                "appeal", place -> AppealCommand.line(place, policy -> new FakeJudge(), reports)),
                        new CommandEntry("version", place -> new VersionCommand(place, policy -> new FakeJudge()))));
    }

    static void nothing(Path folder, Judged judged) {
        // Most tests want no pages.
    }

    /// Where pages go.
    interface Pages {
        void write(Path folder, Judged judged) throws IOException;
    }
}
