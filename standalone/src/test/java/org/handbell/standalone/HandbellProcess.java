package org.handbell.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.handbell.contract.wire.Json;
import org.handbell.standalone.doctor.DoctorApplication;
import tools.jackson.databind.JsonNode;

/// A whole Handbell in a process of its own, as `./handbell up` starts it.
final class HandbellProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final int base;

    private HandbellProcess(Process process, Path output, int base) {
        this.process = process;
        this.output = output;
        this.base = base;
    }

    static HandbellProcess start(Path data, int base) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = Files.createTempFile("handbell-up-", ".log");
        var process =
                new ProcessBuilder(
                                java,
                                "-Xmx512m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dhandbell.log=" + data.resolve("handbell.log"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                StandaloneApplication.class.getName(),
                                "--data",
                                data.toString(),
                                "--port-base",
                                Integer.toString(base))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new HandbellProcess(process, output, base);
    }

    /// The first of eight free ports in a row, outside the range that clients get.
    static int freePorts() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(HandbellProcess::areFree)
                .findFirst()
                .orElseThrow();
    }

    /// What `./handbell doctor` says of the Handbell on a data folder.
    static String doctor(Path data) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DoctorApplication.class.getName(),
                                "--data",
                                data.toString())
                        .redirectErrorStream(true);
        // What another broker or mail relay is called here is no matter of this test.
        builder.environment()
                .keySet()
                .removeIf(key -> key.matches("(SPRING|KAFKA|HANDBELL|CASES|NOTIFICATION)_.*"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the doctor does not end: " + said);
        }
        return said;
    }

    boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended by itself: " + said());
        }
        return said().contains("Ready after");
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Page of one of the four services, 0 case to 3 notification.
    String page(int service, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(base + service, path)).build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " of service " + service + ": " + answer.statusCode());
        }
        return answer.body();
    }

    String figures(int service) throws IOException, InterruptedException {
        return page(service, "/actuator/prometheus");
    }

    List<JsonNode> mails() throws IOException, InterruptedException {
        var list = Json.mapper().readTree(page(5, "/api/v1/messages?limit=1000"));
        return StreamSupport.stream(list.path("messages").spliterator(), false).toList();
    }

    void post(String account, String text) throws IOException, InterruptedException {
        var form =
                "account=" + account + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(address(base + 4, "/post"))
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HTTP.send(request, BodyHandlers.discarding());
    }

    /// Ends it as Ctrl-C does.
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it does not stop: " + said());
        }
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static boolean areFree(int base) {
        return IntStream.range(base, base + 8).allMatch(HandbellProcess::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
