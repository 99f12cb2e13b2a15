package org.maskguard.gateway.config;

import java.util.Collection;
import java.util.Comparator;

/// Finds what somebody may have meant.
final class Spelling {

    private Spelling() {}

    /// `did you mean 'x'?` where one of the known words is near, else all of them.
    static String advice(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .filter(each -> distance(word, each) <= Math.max(1, each.length() / 3))
                .map(each -> "did you mean '" + each + "'?")
                .orElse("known here: " + String.join(", ", known));
    }

    /// How many letters must be put in, taken away or changed (Levenshtein).
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
