package org.maskguard.slicer.profile;

import java.util.List;

/// A preset of the user's own: a file with all its keys.
final class UserIni implements PresetFormat {

    static final String KEY = "post_process";

    @Override
    public List<List<String>> scripts(String text) {
        return List.of(scripts(new IniText(text), ""));
    }

    @Override
    public String with(String text, Edit edit) {
        IniText ini = new IniText(text);
        change(ini, "", edit);
        return ini.toString();
    }

    static List<String> scripts(IniText ini, String section) {
        String value = ini.get(section, KEY);
        return value == null ? List.of() : QuotedStrings.parse(value);
    }

    /// A preset without scripts has the key with nothing behind it, as slicers write it.
    static void change(IniText ini, String section, PresetFormat.Edit edit) {
        List<String> before = scripts(ini, section);
        List<String> after = edit.of(before);
        if (!after.isEmpty()) {
            ini.set(section, KEY, QuotedStrings.format(after));
        } else if (!before.isEmpty()) {
            ini.set(section, KEY, "");
        }
    }
}
