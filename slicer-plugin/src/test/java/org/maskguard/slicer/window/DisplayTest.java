package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maskguard.slicer.place.Platform;

class DisplayTest {

    @Test
    void linuxNeedsX11() {
        assertThat(Display.isThere(Platform.LINUX, Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.isThere(Platform.LINUX, Map.of("DISPLAY", ""))).isFalse();
        assertThat(Display.isThere(Platform.LINUX, Map.of())).isFalse();
    }

    @Test
    void othersHaveAScreenButNotFromAfar() {
        assertThat(Display.isThere(Platform.WINDOWS, Map.of())).isTrue();
        assertThat(Display.isThere(Platform.MACOS, Map.of("SSH_CONNECTION", "::1 2 ::1 22")))
                .isFalse();
    }
}
