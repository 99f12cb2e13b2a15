package org.maskguard.io.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskguard.io.Limits;
import org.maskguard.io.Unreadable;

/// Reads print jobs in tests.
///
/// @param plates text of each, by name
record Unpacked(Input input, Map<String, String> plates) {

    static Unpacked read(byte[] file) throws Unreadable {
        return read(file, Limits.DEFAULT);
    }

    static Unpacked read(byte[] file, Limits limits) throws Unreadable {
        Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();
        Map<String, Boolean> ended = new LinkedHashMap<>();
        Input input = InputReader.read(new ByteArrayInputStream(file), limits, name -> {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            assertThat(texts.put(name, text)).as("a plate is given once").isNull();
            return new ByteSink() {
                @Override
                public void accept(byte[] bytes, int from, int to) {
                    assertThat(to).isGreaterThan(from);
                    text.write(bytes, from, to - from);
                }

                @Override
                public void end() {
                    ended.put(name, true);
                }
            };
        });
        Map<String, String> plates = new LinkedHashMap<>();
        texts.forEach((name, text) -> plates.put(name, text.toString(StandardCharsets.ISO_8859_1)));
        assertThat(ended.keySet()).as("every plate ends").isEqualTo(plates.keySet());
        if (input.job() != null) {
            assertThat(input.job().plates())
                    .isEqualTo(plates.entrySet().stream()
                            .map(plate -> new Job.Plate(
                                    plate.getKey(), plate.getValue().length()))
                            .toList());
        }
        return new Unpacked(input, plates);
    }

    /// The text of a job of one plate.
    static String text(byte[] file) throws Unreadable {
        Unpacked unpacked = read(file);
        assertThat(unpacked.plates()).hasSize(1);
        return unpacked.plates().values().iterator().next();
    }

    String format() {
        return input.job() == null ? input.model().format() : input.job().format();
    }

    static Unreadable fault(byte[] file) {
        return fault(file, Limits.DEFAULT);
    }

    static Unreadable fault(byte[] file, Limits limits) {
        Unreadable fault = catchThrowableOfType(Unreadable.class, () -> read(file, limits));
        assertThat(fault).as("what the reader throws").isNotNull();
        assertThat(fault.getMessage()).as("the sentence").isNotBlank().doesNotContain("\n");
        return fault;
    }

    /// Code and place of what is wrong.
    static String told(byte[] file) {
        Unreadable fault = fault(file);
        return fault.where().isEmpty() ? fault.code() : fault.code() + " at " + fault.where();
    }
}
