package org.maskguard.cli;

import java.nio.file.Path;

/// One thing to judge.
///
/// @param name as it is shown
/// @param path null for standard input
/// @param bytes its size, 0 where that is not known
/// @param trouble why it cannot even be opened (a folder that may not be listed), else null
record Target(String name, Path path, long bytes, String trouble) {

    static final String STANDARD_INPUT = "-";

    boolean isStandardInput() {
        return path == null;
    }
}
