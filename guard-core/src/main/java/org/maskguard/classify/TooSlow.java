package org.maskguard.classify;

import java.io.Serial;

/// Judging took longer than it may: the thing cannot be judged.
public final class TooSlow extends Exception {

    @Serial
    private static final long serialVersionUID = 1;
}
