package org.handbell.analysis.opinion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A model behind an OpenAI-compatible address. Follows no redirect: what a post says goes to the
/// address that the trust named, and to no other.
final class LanguageModelClient implements AutoCloseable {

    /// Longest answer that is read, in bytes.
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final HttpClient http;
    private final URI completions;
    private final @Nullable String token;

    /// @throws IllegalStateException naming the file, where the token cannot be read
    LanguageModelClient(URI address, @Nullable Path tokenFile) {
        var path = address.toString().replaceAll("/+$", "");
        this.completions =
                URI.create(path.endsWith("/v1") ? path + "/chat/completions" : path + PATH);
        this.token = token(tokenFile);
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
    }

    private static final String PATH = "/v1/chat/completions";

    private static @Nullable String token(@Nullable Path file) {
        try {
            return file == null ? null : Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "handbell.second-opinion.token-file cannot be read: " + file, e);
        }
    }

    /// The answer to one request, whole within the time.
    ///
    /// @throws UnusableAnswerException where there is none in time, or it is none
    byte[] ask(String body, Duration within) throws UnusableAnswerException {
        var request =
                HttpRequest.newBuilder(completions)
                        .timeout(within)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer =
                http.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        var response = await(answer, within);
        if (response.statusCode() != 200) {
            throw new UnusableAnswerException(Asked.FAILED);
        }
        return response.body();
    }

    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, Duration within)
            throws UnusableAnswerException {
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnusableAnswerException(Asked.TIMED_OUT);
        } catch (ExecutionException e) {
            throw new UnusableAnswerException(
                    e.getCause() instanceof java.net.http.HttpTimeoutException
                            ? Asked.TIMED_OUT
                            : Asked.FAILED);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnusableAnswerException(Asked.FAILED);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
