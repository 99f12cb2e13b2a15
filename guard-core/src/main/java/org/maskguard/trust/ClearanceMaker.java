package org.maskguard.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes a [Clearance] from the significant lines of a job, as they come. Not thread-safe.
public final class ClearanceMaker {

    private final byte[] salt;
    private final Chain chain;
    private final JobDigest job = new JobDigest();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /// A maker with a new salt: no two clearances of one job can be told to be so by their chains.
    public static ClearanceMaker salted() {
        byte[] salt = new byte[Chain.LINK];
        new SecureRandom().nextBytes(salt);
        return new ClearanceMaker(salt);
    }

    ClearanceMaker(byte[] salt) {
        this.salt = salt;
        this.chain = new Chain(salt);
    }

    /// Takes the next significant line; [SignificantLines] cuts them.
    public void line(String text) {
        job.line(text);
        kept.write(chain.link(text), 0, Chain.KEPT);
        chain.step();
    }

    /// Signs the clearance and writes it. Nothing may be added after.
    ///
    /// @param verdict that the job got, as `scan --json` writes it; gateways take `pass` alone
    /// @param guard version that judged
    /// @param model digest of its model
    public void write(
            OutputStream out, String verdict, String guard, String model, Instant issued, Instant until, SigningKey key)
            throws IOException {
        byte[] links = kept.toByteArray();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("kind", Clearance.KIND);
        header.put("schema", Clearance.SCHEMA);
        header.put("lines", job.lines());
        header.put("job", job.hex());
        header.put("chain", Sha256.hex(Sha256.of(links)));
        header.put("verdict", verdict);
        header.put("guard", guard);
        header.put("model", model);
        header.put("issued", issued.truncatedTo(ChronoUnit.SECONDS).toString());
        header.put("until", until.truncatedTo(ChronoUnit.SECONDS).toString());
        header.put("salt", Base64.getEncoder().encodeToString(salt));
        out.write(SignedDocument.sign(header, key).line().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.write(links);
    }
}
