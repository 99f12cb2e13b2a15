package org.maskguard.gateway.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with a unit: `10 min`, `2 GiB`.
enum Quantity {
    /// In nanoseconds.
    DURATION("ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L),
    /// In bytes.
    SIZE("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) ?([A-Za-z]+)");

    private final Map<String, Long> units = new LinkedHashMap<>();

    Quantity(Object... units) {
        for (int i = 0; i < units.length; i += 2) {
            this.units.put((String) units[i], (Long) units[i + 1]);
        }
    }

    /// What a text says, in the smallest unit; empty where it is none.
    OptionalLong read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return OptionalLong.empty();
        }
        BigDecimal value = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(units.get(matcher.group(2))));
        if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    /// A value in the largest unit of which it is a whole number.
    String write(long value) {
        String text = "";
        for (Map.Entry<String, Long> unit : units.entrySet()) {
            if (text.isEmpty() || value % unit.getValue() == 0) {
                text = value / unit.getValue() + " " + unit.getKey();
            }
        }
        return text;
    }

    /// The units, as a sentence names them.
    String unitNames() {
        return String.join(", ", units.keySet());
    }
}
