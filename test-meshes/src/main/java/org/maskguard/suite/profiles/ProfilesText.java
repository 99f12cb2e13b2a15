package org.maskguard.suite.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maskguard.classify.Ruling;

/// What became of all profiles, as Markdown.
///
/// @param known all profiles, those too that write the same as another
record ProfilesText(List<Profile> known, List<Reading> readings) {

    String tables() {
        StringBuilder text = new StringBuilder();
        text.append(
                "| slicer | printers | that differ in what they write | sliced | unreadable | refused or warned of |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (String slicer : known.stream().map(Profile::slicer).distinct().toList()) {
            Predicate<Reading> here = reading -> reading.profile().slicer().equals(slicer);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d |%n",
                    slicer,
                    known.stream()
                            .filter(profile -> profile.slicer().equals(slicer))
                            .count(),
                    count(here),
                    count(here.and(ProfilesText::isSliced)),
                    count(here.and(reading -> is(reading, Ruling.UNREADABLE))),
                    count(here.and(reading -> is(reading, Ruling.REFUSE) || is(reading, Ruling.WARN)))));
        }
        causes(
                text,
                "Unreadable",
                readings.stream()
                        .filter(reading -> is(reading, Ruling.UNREADABLE))
                        .collect(Collectors.groupingBy(ProfilesText::cause, TreeMap::new, Collectors.toList())));
        causes(
                text,
                "Not sliced",
                readings.stream()
                        .filter(reading -> !isSliced(reading))
                        .collect(Collectors.groupingBy(Reading::failed, TreeMap::new, Collectors.toList())));
        return text.toString().stripTrailing();
    }

    private static void causes(StringBuilder text, String title, Map<String, List<Reading>> by) {
        if (by.isEmpty()) {
            return;
        }
        text.append("\n| ").append(title).append(" | profiles | one of them |\n|---|---|---|\n");
        by.forEach((cause, readings) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s: %s, %s |%n",
                cause.replace("|", "\\|"),
                readings.size(),
                readings.getFirst().profile().maker(),
                readings.getFirst().profile().name(),
                readings.getFirst().job().getFileName())));
    }

    /// The sentence without its line, so that the same cause in several jobs is one.
    private static String cause(Reading reading) {
        return reading.verdict().fault().code() + ": "
                + reading.verdict().fault().text().replaceFirst("^line \\d+: ", "");
    }

    private static boolean isSliced(Reading reading) {
        return reading.verdict() != null;
    }

    private static boolean is(Reading reading, Ruling ruling) {
        return isSliced(reading) && reading.verdict().ruling() == ruling;
    }

    private long count(Predicate<Reading> which) {
        return readings.stream().filter(which).count();
    }
}
