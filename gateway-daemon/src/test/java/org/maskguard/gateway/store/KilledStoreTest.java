package org.maskguard.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.spool.Sealed;
import org.maskguard.gateway.spool.Spooled;
import org.maskguard.trust.SigningKey;

/// The gateway is killed at random instants: what it said to be on disk is there, and no job goes on.
class KilledStoreTest {

    @TempDir
    private Path folder;

    private final Map<String, Long> judged = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    @Test
    void nothingIsLostByThreeKills() throws Exception {
        kill(3, 11);
    }

    @Test
    @Tag("heavy")
    void nothingIsLostByAHundredKills() throws Exception {
        kill(100, 12);
    }

    private void kill(int times, long seed) throws Exception {
        Random chance = new Random(seed);
        SigningKey key = SigningKey.create();
        key.write(folder.resolve("key.pem"));
        for (int i = 0; i < times; i++) {
            run(1 + chance.nextInt(60), chance.nextInt(3000));
            check(key, "seed " + seed + ", kill " + i);
        }
        assertThat(judged).hasSizeGreaterThan(times);
    }

    /// Runs the process until it has said so many lines, and a while more.
    private void run(int lines, int microseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreToKill.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                note(out.readLine());
            }
            Thread.sleep(microseconds / 1000, microseconds % 1000 * 1000);
            // By its handle: the process itself would close the streams that are still to be read.
            process.toHandle().destroyForcibly();
            // What it had said before it died counts too.
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                note(line);
            }
        }
        process.waitFor();
    }

    private void note(String line) {
        assertThat(line).isNotNull().matches("(judged|printing|done) .*");
        String[] words = line.split(" ");
        states.put(words[1], words[0]);
        if (words[0].equals("judged")) {
            judged.put(words[1], Long.parseLong(words[2]));
        }
    }

    private void check(SigningKey key, String when) throws IOException {
        try (Store store = Store.open(folder.resolve("gateway.db"), key, Instant::now, fault -> {})) {
            Spooled spooled = new Spooled(folder, 1);
            for (Map.Entry<String, Long> each : judged.entrySet()) {
                assertThat(store.believed(each.getKey(), new Sealed(spooled, each.getValue(), "ab".repeat(32))))
                        .as(when)
                        .isPresent();
            }
            for (Map.Entry<String, String> each : states.entrySet()) {
                String state = store.job(each.getKey()).orElseThrow().state();
                List<String> may = switch (each.getValue()) {
                    // What came next may have reached the disk untold.
                    case "judged" -> List.of("incomplete", "interrupted");
                    case "printing" -> List.of("interrupted", "done");
                    default -> List.of("done");
                };
                assertThat(may).as(when).contains(state);
            }
            assertThat(store.jobs(new JobQuery(
                                    java.util.Optional.empty(),
                                    List.of("collecting", "judging", "waiting", "printing"),
                                    java.util.Optional.empty(),
                                    10))
                            .jobs())
                    .as(when)
                    .isEmpty();
        }
        assertThat(AuditCheck.of(folder.resolve("gateway.db"), key.verifying()).broken())
                .as(when)
                .isEmpty();
    }
}
