package org.maskguard.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandGuardTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, pass", "1, refuse", "2, unreadable", "3, failed", "139, failed"})
    void withoutJsonTheExitStatusCounts(int status, String verdict) {
        assertThat(CommandGuard.answer("some words\n", status, 5, 0).verdict()).isEqualTo(verdict);
    }

    @Test
    void theLastObjectWithAVerdictCounts() {
        String output = "{\"verdict\":\"pass\"}\n{not json\n{\"other\":1}\n"
                + "{\"verdict\":\"refuse\",\"category\":\"mask\",\"score\":0.75}\n";
        Answer answer = CommandGuard.answer(output, 0, 5, 0);
        assertThat(answer.verdict()).isEqualTo("refuse");
        assertThat(answer.category()).isEqualTo("mask");
        assertThat(answer.score()).isEqualTo(0.75);
    }

    @Test
    void aVerdictOfNoKnownWordIsAFailure() {
        assertThat(CommandGuard.answer("{\"verdict\":\"maybe\"}", 0, 5, 0).verdict())
                .isEqualTo("failed");
    }

    @Test
    void quotesHoldAWordTogether() {
        assertThat(CommandGuard.words("sh -c 'exit 1' \"a b\"  {file}"))
                .containsExactly("sh", "-c", "exit 1", "a b", "{file}");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFilesPathReachesTheCommand() throws IOException {
        Path file = Files.writeString(folder.resolve("x.stl"), "solid");
        Answer answer = guard("grep -q solid {file}", Duration.ofSeconds(20)).judge(file);
        assertThat(answer.verdict()).isEqualTo("pass");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandThatTakesTooLongIsStopped() throws IOException {
        Answer answer = guard("sleep 60", Duration.ofMillis(300)).judge(folder);
        assertThat(answer.verdict()).isEqualTo("failed");
        assertThat(answer.note()).isEqualTo("time limit");
    }

    private static CommandGuard guard(String command, Duration limit) {
        return new CommandGuard(command, limit, 0);
    }
}
