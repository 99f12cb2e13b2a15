package org.maskguard.gateway.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.maskguard.cli.UsageMistake;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.http.Token;
import org.maskguard.trust.StrictJson;
import org.maskguard.trust.Untrusted;

/// A gateway that runs in another process on this machine, as its HTTP end is.
final class RunningGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 64 << 20;
    private static final StrictJson JSON = new StrictJson(LARGEST);

    private final Path file;
    private final Configuration configuration;
    private final String address;

    private RunningGateway(Path file, Configuration configuration, String address) {
        this.file = file;
        this.configuration = configuration;
        this.address = address;
    }

    /// Finds it.
    ///
    /// @param file its configuration's
    /// @throws UsageMistake where none runs
    static RunningGateway of(Path file, Configuration configuration) {
        try {
            String address = Files.readString(configuration.addressFile()).strip();
            return new RunningGateway(file, configuration, address);
        } catch (NoSuchFileException e) {
            throw configuration.http().enabled()
                    ? none(file)
                    : new UsageMistake(
                            file + " switches the HTTP end off ('http.enabled'), by which commands reach it");
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(configuration.addressFile(), e));
        }
    }

    /// What stands at a path.
    Map<String, Object> get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).GET());
        if (answer.statusCode() != 200) {
            throw new UsageMistake(answer.body().strip());
        }
        try {
            return JSON.object(answer.body());
        } catch (Untrusted e) {
            throw new UsageMistake("what answers at " + address + " is no gateway: " + e.getMessage());
        }
    }

    /// Has something done.
    ///
    /// @return what was done, in one sentence
    /// @throws UsageMistake where it could not be done
    String post(String path, String body) {
        Token token;
        try {
            token = Token.read(configuration.tokenFile());
        } catch (IOException e) {
            throw new UsageMistake(FileFault.why(configuration.tokenFile(), e));
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", token.header())
                .POST(BodyPublishers.ofString(body)));
        String sentence = answer.body().strip();
        if (answer.statusCode() != 200) {
            throw new UsageMistake(sentence);
        }
        return sentence;
    }

    /// One part of a path, or a value in a query.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private URI uri(String path) {
        return URI.create("http://" + address + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            // Its address is left over from one that was killed.
            throw none(file);
        } catch (IOException e) {
            throw new UsageMistake("the gateway at " + address + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageMistake("the gateway was not waited for");
        }
    }

    private static UsageMistake none(Path file) {
        return new UsageMistake(
                "no gateway runs with " + file + "; start it with 'maskguard gateway run --config " + file + "'");
    }
}
