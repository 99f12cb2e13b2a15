package org.maskguard.gateway.http;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.daemon.Operator;
import org.maskguard.gateway.daemon.PrinterStatus;

/// An operator's end that writes down what it was asked, and knows one job, `J1`, and one printer, `p1`.
public final class NotedOperator implements Operator {

    public final List<String> asked = new ArrayList<>();
    public volatile String obstacle = "";

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public List<PrinterStatus> printers() {
        return List.of(
                new PrinterStatus("p1", "", true, "firmware Marlin", "J1", "printing"),
                new PrinterStatus("p2", "it was never commissioned", false, "", "", ""));
    }

    @Override
    public Reply release(String job) {
        return reply("release", job, "J1");
    }

    @Override
    public Reply pause(String job) {
        return reply("pause", job, "J1");
    }

    @Override
    public Reply resume(String job) {
        asked.add("resume " + job);
        return new Reply(Reply.Kind.NOT_NOW, "It is not paused.");
    }

    @Override
    public Reply cancel(String job) {
        return reply("cancel", job, "J1");
    }

    @Override
    public Reply clearBed(String printer) {
        return reply("clear-bed", printer, "p1");
    }

    @Override
    public Reply commission(String printer) {
        return reply("commission", printer, "p1");
    }

    private Reply reply(String what, String subject, String known) {
        asked.add(what + " " + subject);
        return subject.equals(known)
                ? new Reply(Reply.Kind.DONE, "Done: " + what + ".")
                : new Reply(Reply.Kind.UNKNOWN, "There is no " + subject + ".");
    }
}
