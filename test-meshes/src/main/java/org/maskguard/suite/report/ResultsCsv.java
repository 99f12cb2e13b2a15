package org.maskguard.suite.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskguard.suite.bench.Entry;
import org.maskguard.suite.run.Result;

/// A line a file: the manifest's columns and what the guard said.
record ResultsCsv(List<Result> results) {

    void write(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            List<String> header = new ArrayList<>(Entry.COLUMNS);
            header.addAll(List.of("sha256", "verdict", "category", "score", "right", "ms", "peak_mb", "note"));
            csv.writeRecord(header);
            for (Result r : results) {
                List<String> row = new ArrayList<>(r.entry().row());
                double score = r.answer().score();
                row.addAll(List.of(
                        r.sha256(),
                        r.answer().verdict(),
                        r.answer().category(),
                        Double.isNaN(score) ? "" : String.format(Locale.ROOT, "%.3f", score),
                        r.wrong() ? "no" : "yes",
                        Long.toString(r.answer().ms()),
                        Long.toString(r.answer().peakMb()),
                        r.answer().note()));
                csv.writeRecord(row);
            }
        }
    }
}
