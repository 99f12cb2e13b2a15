package org.maskguard.slicer.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A vendor's bundle: a section a preset, most of which inherit from others of the same file, some from several.
///
/// What counts are the sections that state their scripts, and the presets that have none and inherit none. Those whose
/// names stand between stars are there only to be inherited from.
final class BundleIni implements PresetFormat {

    private static final String KIND = "print:";

    @Override
    public List<List<String>> scripts(String text) {
        IniText ini = new IniText(text);
        return stating(ini).stream()
                .map(section -> UserIni.scripts(ini, section))
                .toList();
    }

    @Override
    public String with(String text, Edit edit) {
        IniText ini = new IniText(text);
        stating(ini).forEach(section -> UserIni.change(ini, section, edit));
        return ini.toString();
    }

    private static List<String> stating(IniText ini) {
        return ini.sections().stream()
                .filter(section -> section.startsWith(KIND))
                .filter(section -> states(ini, section)
                        || !section.startsWith(KIND + "*") && !inherits(ini, section, new HashSet<>()))
                .toList();
    }

    private static boolean states(IniText ini, String section) {
        return ini.get(section, UserIni.KEY) != null;
    }

    private static boolean inherits(IniText ini, String section, Set<String> seen) {
        String parents = ini.get(section, "inherits");
        if (parents == null || !seen.add(section)) {
            return false;
        }
        for (String parent : parents.split(";", -1)) {
            String of = KIND + parent.strip();
            if (states(ini, of) || inherits(ini, of, seen)) {
                return true;
            }
        }
        return false;
    }
}
