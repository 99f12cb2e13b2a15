package org.maskguard.gateway.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.gateway.daemon.Operator;
import org.maskguard.gateway.daemon.PrinterStatus;

/// Printers as JSON. Thread-safe.
final class PrinterLists {

    private final Operator operator;

    PrinterLists(Operator operator) {
        this.operator = operator;
    }

    /// All of them, in the order of the configuration.
    Answer all() {
        List<Map<String, Object>> printers = new ArrayList<>();
        operator.printers().forEach(printer -> printers.add(json(printer)));
        return Answer.json(Map.of("printers", printers));
    }

    private static Map<String, Object> json(PrinterStatus printer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", printer.name());
        json.put("closed", printer.closed().isEmpty() ? null : printer.closed());
        json.put("host", printer.host());
        json.put("job", printer.job().isEmpty() ? null : printer.job());
        json.put("state", printer.state().isEmpty() ? null : printer.state());
        return json;
    }
}
