package org.maskguard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.store.Store;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.StrictJson;

class HttpEndTest {

    private static final String SHA = "ab".repeat(32);

    @TempDir
    private Path folder;

    private final NotedOperator operator = new NotedOperator();
    private final List<Throwable> faults = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Configuration configuration;
    private Store store;
    private HttpEnd end;

    @BeforeEach
    void open() throws Exception {
        configuration = Configuration.parse("""
                folder = "."
                http.address = "127.0.0.1:0"
                [[printer]]
                name = "p1"
                host = [{ pty = "host" }]
                port = { simulated = true }
                """, folder);
        store = Store.open(configuration.storeFile(), SigningKey.create(), Instant::now, fault -> {});
        end = HttpEnd.open(configuration, operator, store, faults::add);
    }

    @AfterEach
    void close() throws IOException {
        end.close();
        store.close();
        client.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void jobsAreListedAsTheDesignHasThem() throws Exception {
        Ledger ledger = store.ledger("p1");
        String done = ledger.begin();
        store.write(done, SHA, 123_456, verdict());
        ledger.progress(done, 0.42);
        ledger.state(done, JobState.PRINTING, "");
        String open = store.ledger("p2").begin();
        store.flush();
        Map<String, Object> answer = json(get("/api/jobs"));
        assertThat(answer.keySet()).containsExactlyInAnyOrder("jobs", "next");
        assertThat(answer.get("next")).isNull();
        List<?> jobs = (List<?>) answer.get("jobs");
        Map<?, ?> first = (Map<?, ?>) jobs.getFirst();
        assertThat(first.keySet().stream().map(String.class::cast))
                .containsExactlyInAnyOrder(
                        "id", "printer", "state", "name", "lines", "sha256", "began", "ended", "verdict", "progress");
        assertThat(first.get("id")).isEqualTo(done);
        assertThat(first.get("printer")).isEqualTo("p1");
        assertThat(first.get("state")).isEqualTo("printing");
        assertThat(first.get("name")).isNull();
        assertThat(first.get("lines")).isEqualTo(123_456L);
        assertThat(first.get("sha256")).isEqualTo(SHA);
        assertThat(Instant.parse((String) first.get("began"))).isBeforeOrEqualTo(Instant.now());
        assertThat(first.get("ended")).isNull();
        assertThat(first.get("progress")).isEqualTo(0.42);
        Map<?, ?> verdict = (Map<?, ?>) first.get("verdict");
        assertThat(verdict.get("verdict")).isEqualTo("warn");
        assertThat(verdict.get("schema")).isEqualTo(1L);
        Map<?, ?> second = (Map<?, ?>) jobs.get(1);
        assertThat(second.get("id")).isEqualTo(open);
        assertThat(second.get("verdict")).isNull();
        assertThat(second.get("sha256")).isNull();
    }

    @Test
    void pagesFollowOneAnother() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(store.ledger(i % 2 == 0 ? "p1" : "p2").begin());
        }
        store.ledger("p1").state(ids.get(2), JobState.REFUSED, "a face");
        store.flush();
        Map<String, Object> first = json(get("/api/jobs?limit=2"));
        assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
        Map<String, Object> second = json(get("/api/jobs?limit=3&after=" + first.get("next")));
        assertThat(ids(second)).isEqualTo(ids.subList(2, 5));
        assertThat(second.get("next")).isNull();
        assertThat(ids(json(get("/api/jobs?printer=p2")))).containsExactly(ids.get(1), ids.get(3));
        assertThat(ids(json(get("/api/jobs?state=refused")))).containsExactly(ids.get(2));
        assertThat(ids(json(get("/api/jobs?state=refused,collecting&printer=p1"))))
                .hasSize(3);
        assertThat(ids(json(get("/api/jobs?printer=&state=done&after=&limit=7"))))
                .isEmpty();
        assertThat(json(get("/api/jobs/" + ids.get(2)))).containsEntry("why", "a face");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/jobs?limit=0 | 400 | 'limit' must be from 1 to 1000.",
                "/api/jobs?limit=x | 400 | 'limit' must be from 1 to 1000.",
                "/api/jobs?stat=done | 400 | Unknown parameter 'stat'.",
                "/api/jobs?state=finished | 400 | There is no state 'finished'.",
                "/api/jobs?printer=p1&printer=p2 | 400 | 'printer' stands twice.",
                "/api/jobs/01J | 404 | There is no job 01J.",
                "/api/job | 404 | There is nothing here.",
                "/ | 404 | There is nothing here.",
                "/health/dead | 404 | There is nothing here.",
                "/api/jobs/J1/release | 405 | Only POST may be done here.",
            })
    void whatIsWrongIsOneSentence(String path, int status, String sentence) throws Exception {
        HttpResponse<String> answer = get(path.strip());
        assertThat(answer.statusCode()).isEqualTo(status);
        // In quotes, the reader of the table takes them for its own.
        assertThat(answer.body().strip().replace("'", "")).isEqualTo(sentence.replace("'", ""));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=us-ascii");
    }

    @Test
    void aSentenceIsPlainAsciiOfAtMostAHundredCharacters() throws Exception {
        String body = get("/api/jobs/" + "%C3%BC".repeat(200)).body();
        assertThat(body.strip()).hasSize(100).startsWith("There is no job ???").endsWith("...");
    }

    @Test
    void itIsReadyOnceItCanPrintAndWrite() throws Exception {
        operator.obstacle = "the gateway has not tested itself yet";
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).isEqualTo("Not ready: the gateway has not tested itself yet.\n");
        operator.obstacle = "";
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void printersAreListed() throws Exception {
        List<?> printers = (List<?>) json(get("/api/printers")).get("printers");
        assertThat((Map<?, ?>) printers.get(0)).isEqualTo(map("p1", null, true, "J1", "printing"));
        assertThat((Map<?, ?>) printers.get(1)).isEqualTo(map("p2", "it was never commissioned", false, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/jobs/J1/release,release J1",
        "/api/jobs/J1/pause,pause J1",
        "/api/jobs/J1/cancel,cancel J1",
        "/api/printers/p1/commission,commission p1",
        "/api/printers/p1/clear-bed,clear-bed p1",
    })
    void whoShowsTheTokenDecides(String path, String asked) throws Exception {
        HttpResponse<String> answer = post(path, token().header());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("Done: ");
        assertThat(operator.asked).containsExactly(asked);
    }

    @Test
    void whatCannotBeDoneSaysWhoseFaultItIs() throws Exception {
        assertThat(post("/api/jobs/J2/release", token().header()).statusCode()).isEqualTo(404);
        assertThat(post("/api/jobs/J1/resume", token().header()).statusCode()).isEqualTo(409);
        assertThat(post("/api/jobs/J1/burn", token().header()).statusCode()).isEqualTo(404);
        assertThat(post("/api/jobs", token().header()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer x", "Basic eA=="})
    void withoutTheTokenNothingIsDone(String authorization) throws Exception {
        HttpResponse<String> answer = post("/api/jobs/J1/release", authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(operator.asked).isEmpty();
    }

    /// A page of another site whose name was made to lead here (DNS rebinding), or which posts to here.
    @Test
    void pagesOfOtherSitesGetNothing() throws Exception {
        assertThat(raw("GET /api/jobs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(raw("GET /api/jobs HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421 ");
        String port = end.address().substring(end.address().indexOf(':'));
        for (String host : List.of("localhost" + port, "127.0.0.1" + port, "[::1]" + port, "localhost")) {
            assertThat(raw("GET /api/jobs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(raw("POST /api/jobs/J1/cancel HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                        + "Authorization: " + token().header() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(operator.asked).isEmpty();
    }

    @Test
    void moreThanItReadsIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + end.address() + "/api/jobs/J1/cancel"))
                .header("Authorization", token().header())
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(70_000)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(operator.asked).isEmpty();
    }

    @Test
    void theTokenIsItsOwnersAlone() throws Exception {
        Path file = configuration.tokenFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).hasSizeGreaterThan(40);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Token.make(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "");
        assertThatThrownBy(() -> Token.make(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no token");
    }

    @Test
    void itsAddressIsWrittenDownWhileItIsOpen() throws Exception {
        assertThat(Files.readString(configuration.addressFile())).isEqualTo(end.address() + "\n");
        end.close();
        assertThat(configuration.addressFile()).doesNotExist();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + end.address() + path))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + end.address() + path))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        int port = Integer.parseInt(end.address().substring(end.address().indexOf(':') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private Token token() throws IOException {
        return Token.read(configuration.tokenFile());
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return new StrictJson(1 << 20).object(answer.body());
    }

    private static List<String> ids(Map<String, Object> page) {
        return ((List<?>) page.get("jobs"))
                .stream().map(job -> (String) ((Map<?, ?>) job).get("id")).toList();
    }

    private static Map<String, Object> map(String name, String closed, boolean host, String job, String state) {
        Map<String, Object> map = new java.util.HashMap<>();
        map.put("name", name);
        map.put("closed", closed);
        map.put("host", host);
        map.put("job", job);
        map.put("state", state);
        return map;
    }

    private static Verdict verdict() {
        return new Verdict(
                new Verdict.Subject("job", "00", "gcode", "mm", new double[] {1, 2, 3}, 12, 1),
                Ruling.WARN,
                Category.HEAD,
                0.75,
                List.of(),
                List.of(),
                null,
                new Verdict.Cost(1, 2),
                new Verdict.GuardVersion("0.1", "sha256:00"));
    }
}
