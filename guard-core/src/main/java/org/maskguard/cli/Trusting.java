package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.maskguard.trust.Untrusted;

/// Does something with keys and signed documents, and makes one sentence of what goes wrong.
final class Trusting {

    private Trusting() {}

    /// Something that may not be accepted.
    @FunctionalInterface
    interface Deed<T> {
        T done() throws IOException, Untrusted;
    }

    /// Does it.
    ///
    /// @param file what it is about
    /// @throws UsageMistake where it fails, naming the file
    static <T> T with(Path file, Deed<T> deed) {
        try {
            return deed.done();
        } catch (Untrusted e) {
            String sentence = e.getMessage();
            throw new UsageMistake(sentence.contains(file.toString()) ? sentence : file + ": " + sentence);
        } catch (NoSuchFileException e) {
            throw new UsageMistake(e.getFile() + ": there is no such file");
        } catch (FileAlreadyExistsException e) {
            throw new UsageMistake(e.getFile() + ": it is there already, and is not replaced");
        } catch (AccessDeniedException e) {
            throw new UsageMistake(e.getFile() + ": permission denied");
        } catch (IOException e) {
            throw new UsageMistake(file + ": " + e.getMessage());
        }
    }
}
