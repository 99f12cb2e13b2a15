package org.maskguard.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.daemon.Operator;
import org.maskguard.gateway.store.Store;

/// The listening socket, and the way from its requests to [Api] and back.
public final class HttpEnd implements AutoCloseable {

    private static final int LONGEST_BODY = 64 << 10;
    private static final int MOST_CONNECTIONS = 256;
    private static final int SECONDS_TO_ASK = 10;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Api api;
    private final Path addressFile;
    private final Consumer<Throwable> faults;

    /// Opens the end, makes the token where there is none, and writes down the address for commands to find.
    ///
    /// @param faults is told of faults of ours
    /// @throws IOException where the address is taken or is not of this machine, or the token cannot be used
    public static HttpEnd open(Configuration configuration, Operator operator, Store store, Consumer<Throwable> faults)
            throws IOException {
        InetAddress address = InetAddress.getByName(configuration.http().host());
        if (!address.isLoopbackAddress()) {
            throw new IOException("the HTTP end must be on this machine, not "
                    + configuration.http().host());
        }
        // The server reads these once, when it is first used: bounds for clients that send nothing, or too much.
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SECONDS_TO_ASK));
        Token token = Token.make(configuration.tokenFile());
        return new HttpEnd(
                HttpServer.create(
                        new InetSocketAddress(address, configuration.http().port()), 0),
                new Api(operator, store, store.permits(configuration.keyRing()), token),
                configuration.addressFile(),
                faults);
    }

    private HttpEnd(HttpServer server, Api api, Path addressFile, Consumer<Throwable> faults) throws IOException {
        this.server = server;
        this.api = api;
        this.addressFile = addressFile;
        this.faults = faults;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        Path beside = addressFile.resolveSibling(addressFile.getFileName() + ".new");
        Files.writeString(beside, address() + "\n");
        Files.move(beside, addressFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Where it listens: `127.0.0.1:8427`.
    public String address() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(addressFile);
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException | Error fault) {
                faults.accept(fault);
                answer = Answer.sentence(500, "A fault of Maskguard's own; the log has the details.");
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LONGEST_BODY + 1);
        }
        if (body.length > LONGEST_BODY) {
            return Answer.sentence(413, "More than 64 KiB are not read here.");
        }
        Asked asked;
        try {
            asked = new Asked(
                    exchange.getRequestMethod(),
                    path(exchange.getRequestURI().getRawPath()),
                    query(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("Origin"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Answer.sentence(400, "The address has a % that is none.");
        }
        return api.answer(asked);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (!answer.allow().isEmpty()) {
            exchange.getResponseHeaders().set("Allow", answer.allow());
        }
        if (answer.status() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    private static List<String> path(String raw) {
        List<String> parts = new ArrayList<>();
        for (String part : raw.split("/")) {
            if (!part.isEmpty()) {
                parts.add(decoded(part.replace("+", "%2B")));
            }
        }
        return parts;
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
