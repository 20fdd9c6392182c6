package org.handbell.endtoend;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// A real mail server on this machine: Debian's Postfix takes mail for one domain over SMTP,
/// Debian's Dovecot keeps it and shows it over IMAP. Private configuration, loopback only, nothing
/// is relayed.
final class PostfixDovecot implements AutoCloseable {

    private static final String PASSWORD = "an-invented-password";
    private static final Duration START = Duration.ofSeconds(30);

    private final Path folder;
    private final int smtpPort;
    private final int imapPort;
    private final List<ServerProcess> processes = new ArrayList<>();

    private PostfixDovecot(Path folder, int smtpPort, int imapPort) {
        this.folder = folder;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /// What is missing to start them here, in words.
    static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("no mail server: Postfix starts as root only");
        }
        return Stream.of(
                        absent("postfix", "postfix"),
                        absent("master", "postfix"),
                        absent("dovecot", "dovecot-core"),
                        absentFile("/usr/lib/dovecot/imap", "dovecot-imapd"),
                        absentFile("/usr/lib/dovecot/lmtp", "dovecot-lmtpd"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> absent(String program, String from) {
        return RealServers.program(program).isPresent()
                ? Optional.empty()
                : Optional.of("no mail server: Debian's package " + from + " is not installed");
    }

    private static Optional<String> absentFile(String file, String from) {
        return Files.isExecutable(Path.of(file))
                ? Optional.empty()
                : Optional.of("no mail server: Debian's package " + from + " is not installed");
    }

    /// Starts both for a domain; every address in it has a mailbox.
    static PostfixDovecot start(String domain) {
        var folder = RealServers.openFolder("handbell-mail-");
        var server = new PostfixDovecot(folder, RealServers.freePort(), RealServers.freePort());
        try {
            server.configure(domain, RealServers.freePort());
            server.run();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void configure(String domain, int lmtpPort) {
        var values =
                Map.of(
                        "FOLDER", folder.toString(),
                        "DOMAIN", domain,
                        "PASSWORD", PASSWORD,
                        "SMTP", Integer.toString(smtpPort),
                        "IMAP", Integer.toString(imapPort),
                        "LMTP", Integer.toString(lmtpPort));
        List.of("main.cf", "master.cf", "dovecot.conf").forEach(name -> write(name, values));
        ownedBy("root", "queue");
        ownedBy("postfix", "data");
        ownedBy("mail", "boxes");
    }

    private void write(String name, Map<String, String> values) {
        try (var template = template(name)) {
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + name, e);
        }
    }

    private static InputStream template(String name) {
        return Objects.requireNonNull(
                PostfixDovecot.class.getResourceAsStream("/mail/" + name), name);
    }

    private void ownedBy(String user, String name) {
        try {
            var made = Files.createDirectory(folder.resolve(name));
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(made, users.lookupPrincipalByName(user));
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder " + name, e);
        }
    }

    private void run() {
        ServerProcess.run(folder, "", command("postfix", "-c", folder.toString(), "check"));
        run("postfix", command("master", "-c", folder.toString(), "-d"));
        run("dovecot", command("dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString()));
        await().atMost(START).until(() -> alive() && answers(smtpPort) && answers(imapPort));
    }

    private void run(String name, List<String> command) {
        processes.add(ServerProcess.start(name, folder, Map.of(), command));
    }

    private static List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(RealServers.program(program).orElseThrow().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Fails with what it printed where one of them has ended.
    private boolean alive() {
        processes.forEach(ServerProcess::output);
        return true;
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Where mail is handed in; no sign-in, no encryption.
    int smtpPort() {
        return smtpPort;
    }

    /// What lies in a mailbox, oldest first, read back over IMAP.
    List<ReceivedMail> mails(String address) {
        try (var store = connect(address);
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            var mails = new ArrayList<ReceivedMail>();
            for (var message : inbox.getMessages()) {
                mails.add(mail(message));
            }
            return List.copyOf(mails);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("could not read the mailbox of " + address, e);
        }
    }

    private Store connect(String address) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", "10000");
        properties.setProperty("mail.imap.timeout", "10000");
        var store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", imapPort, address, PASSWORD);
        return store;
    }

    private static ReceivedMail mail(Message message) throws MessagingException, IOException {
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        return new ReceivedMail(
                String.valueOf(message.getFrom()[0]),
                String.valueOf(message.getAllRecipients()[0]),
                message.getSubject(),
                String.valueOf(message.getContent()),
                source.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        processes.reversed().forEach(ServerProcess::close);
        RealServers.remove(folder);
    }
}
