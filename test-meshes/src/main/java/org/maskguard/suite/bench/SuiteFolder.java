package org.maskguard.suite.bench;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A folder with files and their `manifest.csv`: one that `suite generate` wrote, or one of anybody's own.
///
/// @param folder where the manifest is; files are named from there
public record SuiteFolder(Path folder) {

    private static final String MANIFEST = "manifest.csv";

    /// Writes the manifest in place of the one that is there.
    ///
    /// @param digests SHA-256 of each case's file
    public void write(List<Case> cases, Map<String, String> digests) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(MANIFEST))) {
            List<String> header = new ArrayList<>(Entry.COLUMNS);
            header.addAll(List.of("sha256", "status", "provenance", "licence"));
            csv.writeRecord(header);
            for (Case one : cases) {
                List<String> row = new ArrayList<>(one.entry().row());
                row.addAll(List.of(
                        digests.get(one.entry().id()), "candidate", "made from code by the suite", "GPL-3.0-or-later"));
                csv.writeRecord(row);
            }
        }
    }

    /// The cases of the folder. Files are read when they are asked for.
    ///
    /// @throws IOException where the manifest cannot be read, or lacks `file` or `label`, in one sentence
    public List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(MANIFEST))) {
            for (NamedCsvRecord row : reader) {
                for (String needed : List.of("file", "label")) {
                    if (row.findField(needed).isEmpty()) {
                        throw new IOException(
                                "line " + row.getStartingLineNumber() + " has no column '" + needed + "'");
                    }
                }
                Entry entry = Entry.of(row.getFieldsAsMap());
                Path file = inside(entry.file(), row.getStartingLineNumber());
                cases.add(new Case(entry, () -> bytes(file)));
            }
        } catch (CsvParseException e) {
            throw new IOException("it is no CSV file", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return cases;
    }

    private Path inside(String file, long line) throws IOException {
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw new IOException("line " + line + " names a file outside of the folder");
        }
        return path;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
