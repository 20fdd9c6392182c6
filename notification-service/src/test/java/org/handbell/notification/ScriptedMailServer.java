package org.handbell.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that misbehaves by the address: `nobox` is refused for ever, `busy` twice for now,
/// `never` always for now, `cut` loses the connection once after it has taken the message.
final class ScriptedMailServer implements AutoCloseable {

    record Letter(String to, String source) {

        String messageId() {
            return source.lines()
                    .filter(line -> line.startsWith("Message-ID:"))
                    .findFirst()
                    .orElse("none");
        }
    }

    private final ServerSocket socket;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    ScriptedMailServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Letter> lettersTo(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            say(client, "220 mail.example ESMTP");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.substring(0, Math.min(4, line.length()));
                switch (verb) {
                    case "RCPT" -> {
                        to = line.replaceAll(".*<|>.*", "");
                        say(client, recipient(to));
                    }
                    case "DATA" -> {
                        say(client, "354 go on");
                        letters.add(new Letter(to, data(in)));
                        if (to.startsWith("cut") && tries.merge(to, 1, Integer::sum) == 1) {
                            return;
                        }
                        say(client, "250 2.0.0 Ok: queued for <" + to + ">");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String recipient(String to) {
        if (to.startsWith("nobox")) {
            return "550 5.1.1 <" + to + ">: no such mailbox";
        }
        if (to.startsWith("never")
                || to.startsWith("busy") && tries.merge(to, 1, Integer::sum) <= 2) {
            return "451 4.3.0 <" + to + ">: later";
        }
        return "250 2.1.5 ok";
    }

    private static String data(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        client.getOutputStream().flush();
    }
}
