package org.maskguard.gateway.spool;

import java.io.IOException;
import java.io.Serial;

/// A line found no room.
public final class SpoolFull extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    SpoolFull(String why) {
        super(why);
    }
}
