package org.maskguard.slicer.profile;

import java.util.ArrayList;
import java.util.List;

/// How one kind of file holds the scripts of its presets. Only presets that state their scripts themselves, or inherit
/// from none that could, are counted and changed: the others follow.
///
/// Text in, text out. A text that cannot be read throws `IllegalArgumentException` with a sentence.
interface PresetFormat {

    /// The scripts of each preset that counts.
    List<List<String>> scripts(String text);

    /// The text with the scripts of each preset that counts changed.
    String with(String text, Edit edit);

    /// Presets that count.
    default int presets(String text) {
        return scripts(text).size();
    }

    /// Presets that call us.
    default int guarded(String text) {
        return (int) scripts(text).stream()
                .filter(scripts -> scripts.stream().anyMatch(Hook::isOurs))
                .count();
    }

    /// What becomes of a preset's scripts.
    interface Edit {

        List<String> of(List<String> scripts);

        /// Calls us last, once: what other scripts make of the file is what gets printed.
        static Edit hook(String line) {
            return scripts -> {
                List<String> changed = new ArrayList<>(unhook().of(scripts));
                changed.add(line);
                return changed;
            };
        }

        /// Calls us no more.
        static Edit unhook() {
            return scripts -> scripts.stream()
                    .filter(line -> !line.isBlank() && !Hook.isOurs(line))
                    .toList();
        }
    }
}
