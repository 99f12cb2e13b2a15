package org.maskguard.slicer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.profile.SlicerKind.Form;

class HookTest {

    @Test
    void quotesAsEachSlicerUnquotes() {
        assertThat(new Hook("/opt/mg/maskguard", Platform.LINUX).line(Form.INI))
                .isEqualTo("/opt/mg/maskguard slicer check");
        assertThat(new Hook("/home/a b/it's/maskguard", Platform.LINUX).line(Form.INI))
                .isEqualTo("'/home/a b/it'\\''s/maskguard' slicer check");
        assertThat(new Hook("/home/a b/maskguard", Platform.LINUX).line(Form.INI_WITHOUT_SHELL))
                .isEqualTo("/home/a\\ b/maskguard slicer check");
        assertThat(new Hook("C:\\Program Files\\mg\\maskguard.cmd", Platform.WINDOWS).line(Form.INI))
                .isEqualTo("\"C:\\Program Files\\mg\\maskguard.cmd\" slicer check");
    }

    @Test
    void knowsItsOwnLinesAndNoOthers() {
        assertThat(Hook.isOurs("'/a b/maskguard' slicer check")).isTrue();
        assertThat(Hook.isOurs("\"C:\\x\\maskguard.cmd\" slicer check")).isTrue();
        assertThat(Hook.isOurs("/usr/bin/arcwelder")).isFalse();
        assertThat(Hook.isOurs("/opt/maskguard/maskguard scan --json")).isFalse();
    }
}
