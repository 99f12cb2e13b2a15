package org.maskguard.gateway.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.maskguard.classify.Ruling;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.trust.SigningKey;

/// A process that writes to a store until it is killed, and says what is on disk.
final class StoreToKill {

    private StoreToKill() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true);
        Store store = Store.open(
                folder.resolve("gateway.db"), SigningKey.read(folder.resolve("key.pem")), Instant::now, out::println);
        Ledger ledger = store.ledger("p1");
        for (int i = 0; ; i++) {
            String id = ledger.begin();
            ledger.state(id, JobState.JUDGING, "");
            store.write(id, "ab".repeat(32), i, Judged.as(i % 3 == 0 ? Ruling.REFUSE : Ruling.PASS));
            out.println("judged " + id + " " + i);
            ledger.state(id, JobState.PRINTING, "");
            store.flush();
            out.println("printing " + id);
            if (i % 2 == 0) {
                ledger.state(id, JobState.DONE, "");
                store.flush();
                out.println("done " + id);
            }
        }
    }
}
