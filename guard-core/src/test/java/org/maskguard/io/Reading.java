package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;

/// Reads bytes in tests.
final class Reading {

    private Reading() {}

    static Model read(byte[] file) throws Unreadable {
        return read(file, Limits.DEFAULT);
    }

    static Model read(byte[] file, Limits limits) throws Unreadable {
        return MeshReader.read(new ByteArrayInputStream(file), limits);
    }

    static Model read(String file) throws Unreadable {
        return read(Written.ascii(file));
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

    static Unreadable fault(String file) {
        return fault(Written.ascii(file));
    }

    /// Code and place, as one word each.
    static String told(Unreadable fault) {
        return fault.where().isEmpty() ? fault.code() : fault.code() + " at " + fault.where();
    }
}
