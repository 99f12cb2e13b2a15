package org.maskguard.slicer.window;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the window says in one language. Immutable; safe to share between threads.
public final class Wording {

    /// The languages that there are; any other is answered in the first.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.CHINESE, Locale.of("es"), Locale.FRENCH);

    private static final String BUNDLE = "org.maskguard.slicer.window.wording";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Wording(Locale locale) {
        this.locale = locale;
        // English is the root: a machine that speaks German must not answer a Dane in German.
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The wording for a locale, its numbers in that locale's way where the language is known.
    public static Wording of(Locale wanted) {
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .map(known -> new Wording(wanted))
                .orElseGet(() -> new Wording(Locale.ENGLISH));
    }

    /// The language's code, such as `de`.
    public String language() {
        return locale.getLanguage();
    }

    /// A text, with `{0}`, `{1}` … filled in.
    ///
    /// @throws java.util.MissingResourceException when there is no such text
    public String text(String key, String... parts) {
        String text = bundle.getString(key);
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", parts[i]);
        }
        return text;
    }

    /// A number with so many decimals, as the language writes it; a dash where it is none.
    public String number(double value, int places) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    /// A share of 0 to 1 in whole per cent, as the language writes it; never more than 99, as the guard says it.
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return format.format(Math.min(99, (int) (100 * share)) / 100.0);
    }
}
