package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

class PolicyReaderTest {

    @Test
    void anEmptyFileIsTheDefault() throws InvalidPolicy {
        assertThat(PolicyReader.parse("")).isEqualTo(Policy.DEFAULT);
        assertThat(PolicyReader.parse("[policy]")).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void everyKeyIsRead() throws InvalidPolicy {
        Policy policy = PolicyReader.parse("""
                [policy]
                warn = "hold"
                refuse_score = 0.8
                warn_score = 0.25
                categories = { head = "refuse", partial-mask = "refuse", stylised = "warn" }
                unreadable = "allow"
                maker_override = true
                """);
        assertThat(policy.warn()).isEqualTo(Policy.OnWarn.HOLD);
        assertThat(policy.refuseScore()).hasValue(0.8);
        assertThat(policy.warnScore()).isEqualTo(0.25);
        assertThat(policy.ruling(Category.HEAD)).isEqualTo(Ruling.REFUSE);
        assertThat(policy.ruling(Category.PARTIAL_MASK)).isEqualTo(Ruling.REFUSE);
        assertThat(policy.ruling(Category.STYLISED)).isEqualTo(Ruling.WARN);
        assertThat(policy.ruling(Category.RELIEF)).isEqualTo(Ruling.WARN);
        assertThat(policy.unreadable()).isEqualTo(Policy.OnUnreadable.ALLOW);
        assertThat(policy.makerOverride()).isTrue();
    }

    @Test
    void categoriesMayBeATableOfTheirOwn() throws InvalidPolicy {
        Policy policy = PolicyReader.parse("[policy.categories]\nrelief = \"pass\"\n");
        assertThat(policy.ruling(Category.RELIEF)).isEqualTo(Ruling.PASS);
    }

    @ParameterizedTest
    @EnumSource(value = Category.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyCategoryButNoneCanBeRuled(Category category) throws InvalidPolicy {
        Policy policy = PolicyReader.parse("[policy]\ncategories = { %s = \"warn\" }".formatted(category.word()));
        assertThat(policy.ruling(category)).isEqualTo(Ruling.WARN);
    }

    @Test
    void aLowRefuseScoreLowersTheWarnScoreWithIt() throws InvalidPolicy {
        assertThat(PolicyReader.parse("[policy]\nrefuse_score = 0.2").warnScore())
                .isEqualTo(0.2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [policy]~refuse_scor = 0.5               | 2 | 1 | unknown key 'refuse_scor'
                    [polcy]                                  | 1 | 1 | unknown key 'polcy'
                    policy = 1                               | 1 | 1 | 'policy' must be a table
                    [policy]~~  refuse_score = 2             | 3 | 3 | 'refuse_score' must be a number from 0 to 1
                    [policy]~refuse_score = "high"           | 2 | 1 | 'refuse_score' must be a number from 0 to 1
                    [policy]~refuse_score = nan              | 2 | 1 | 'refuse_score' must be a number from 0 to 1
                    [policy]~warn_score = 0.95               | 2 | 1 | 'warn_score' over 0.5 needs a 'refuse_score'
                    [policy]~warn_score = 0.7~refuse_score = 0.6 | 2 | 1 | 'warn_score' must not be greater
                    [policy]~warn = "maybe"                  | 2 | 1 | 'warn' must be "print" or "hold"
                    [policy]~warn = "PRINT"                  | 2 | 1 | 'warn' must be "print" or "hold"
                    [policy]~unreadable = true               | 2 | 1 | 'unreadable' must be "refuse" or "allow"
                    [policy]~maker_override = "yes"          | 2 | 1 | 'maker_override' must be true or false
                    [policy]~categories = "all"              | 2 | 1 | 'categories' must be a table
                    [policy]~categories = { nose = "warn" }  | 2 | 16 | unknown key 'nose'
                    [policy]~categories = { none = "warn" }  | 2 | 16 | unknown key 'none'
                    [policy]~categories = { head = "stop" }  | 2 | 16 | 'head' must be "pass", "warn" or "refuse"
                    [policy]~"a.b" = 1                       | 2 | 1 | unknown key 'a.b'
                    [policy]~warn = "hold"~warn = "hold"     | 3 | 1 | warn
                    [policy~                                 | 1 | 8 | Unexpected
                    """)
    void mistakesAreNamedWithTheirPlace(String text, int line, int column, String message) {
        InvalidPolicy mistake =
                catchThrowableOfType(InvalidPolicy.class, () -> PolicyReader.parse(text.replace('~', '\n')));
        assertThat(mistake).as(text).isNotNull().hasMessageContaining(message);
        assertThat(mistake.line()).as("line").isEqualTo(line);
        assertThat(mistake.column()).as("column").isEqualTo(column);
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("policy.toml"), "# Ä\n[policy]\nwarn = \"hold\"\n");
        assertThat(PolicyReader.read(file).warn()).isEqualTo(Policy.OnWarn.HOLD);
    }

    @Test
    void aLargerConfigurationIsToldOfEveryFault() {
        String text = "[policy]\nwarn = 1\nrefuse_score = 0.3\nwarn_score = 0.9\ncategories = { hat = 1, head = 2 }\n";
        TomlTable table = Toml.parse(text).getTable("policy");
        List<String> faults = new ArrayList<>();
        PolicyReader.of(
                table,
                TomlPosition.positionAt(1, 1),
                fault -> faults.add(fault.line() + " " + fault.getMessage().substring(0, 10)));
        assertThat(faults).containsExactlyInAnyOrder("2 'warn' mus", "4 'warn_scor", "5 unknown ke", "5 'head' mus");
    }
}
