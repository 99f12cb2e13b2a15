package org.maskguard.train;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of labelled files: CSV with a header; `file` and `label` are required, `person` or `family` names the
/// independent unit, other columns are kept.
///
/// @param columns of the header
public record Manifest(Path folder, List<String> columns, List<Row> rows) {

    /// @param file below the manifest's folder
    /// @param unit person or family; the file itself where neither is given
    public record Row(String file, String label, String unit, Map<String, String> columns) {}

    /// @throws IOException where the file cannot be read or a required column is missing, in one sentence
    public static Manifest read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord csv : reader) {
                columns = csv.getHeader();
                rows.add(row(csv));
            }
        } catch (CsvParseException e) {
            throw new IOException("it is no CSV file", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Manifest(file.toAbsolutePath().getParent(), columns, List.copyOf(rows));
    }

    private static Row row(NamedCsvRecord csv) throws IOException {
        for (String column : List.of("file", "label")) {
            if (csv.findField(column).isEmpty()) {
                throw new IOException("line " + csv.getStartingLineNumber() + " has no column '" + column + "'");
            }
        }
        String file = csv.getField("file");
        String unit = named(csv, "person").or(() -> named(csv, "family")).orElse(file);
        return new Row(file, csv.getField("label"), unit, csv.getFieldsAsMap());
    }

    /// An empty field names nobody: things without a person must not count as one.
    private static Optional<String> named(NamedCsvRecord csv, String column) {
        return csv.findField(column).filter(name -> !name.isBlank());
    }
}
