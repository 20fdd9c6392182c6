package org.handbell.contract.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// A server's door, looked at from outside: whether it opens, and which certificates it shows. No
/// certificate is trusted for that and nothing is sent through it, so it tells why a client that
/// does check them was right to turn away.
///
/// @param host name or address
public record Door(String host, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] POSTGRES_ASKS_FOR_TLS = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    /// What is said in plain words before TLS begins.
    public enum Prelude {
        NONE,
        POSTGRES,
        SMTP
    }

    /// @param address `host:port`
    /// @throws IllegalArgumentException where it is none
    public static Door of(String address) {
        var colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException(address + " is not host:port");
        }
        return new Door(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// Opens it and closes it again.
    ///
    /// @throws IOException where nobody answers within 5 s
    public void knock() throws IOException {
        open().close();
    }

    /// The certificates that the server shows, its own first.
    ///
    /// @throws IOException where it does not open, or does not speak TLS
    public List<X509Certificate> certificates(Prelude prelude) throws IOException {
        var shown = new ArrayList<X509Certificate>();
        try (var plain = open()) {
            plain.setSoTimeout((int) PATIENCE.toMillis());
            say(prelude, plain);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Looking(shown)}, null);
            try (var secure =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                secure.startHandshake();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS in this Java", e);
        } catch (IOException e) {
            // A server that demands a certificate of ours has shown its own by then.
            if (shown.isEmpty()) {
                throw e;
            }
        }
        return shown;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private Socket open() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void say(Prelude prelude, Socket socket) throws IOException {
        switch (prelude) {
            case NONE -> {}
            case POSTGRES -> {
                socket.getOutputStream().write(POSTGRES_ASKS_FOR_TLS);
                if (socket.getInputStream().read() != 'S') {
                    throw new IOException("this PostgreSQL speaks no TLS");
                }
            }
            case SMTP -> {
                reply(socket.getInputStream());
                send(socket, "EHLO handbell");
                reply(socket.getInputStream());
                send(socket, "STARTTLS");
                if (!reply(socket.getInputStream()).startsWith("220")) {
                    throw new IOException("this mail server speaks no TLS");
                }
            }
        }
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// The last line of an answer, which has a space after its number.
    private static String reply(InputStream in) throws IOException {
        while (true) {
            var line = new StringBuilder();
            for (var c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0 || line.length() > 1000) {
                    throw new IOException("no mail server answers");
                }
                line.append((char) c);
            }
            if (line.length() > 3 && line.charAt(3) == ' ') {
                return line.toString();
            }
        }
    }

    /// Looks at what is shown and lets it pass.
    private static final class Looking extends X509ExtendedTrustManager {

        private final List<X509Certificate> shown;

        Looking(List<X509Certificate> shown) {
            this.shown = shown;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown.addAll(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            shown.addAll(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            shown.addAll(List.of(chain));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("nobody comes in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new UnsupportedOperationException("nobody comes in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException("nobody comes in here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
