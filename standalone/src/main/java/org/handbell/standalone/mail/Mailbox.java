package org.handbell.standalone.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest mails, each a file of its own, kept over restarts.
public final class Mailbox {

    /// How many mails are kept; the oldest go first.
    public static final int KEPT = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Clock clock;
    private final List<Mail> mails = new ArrayList<>();
    private long last;

    private Mailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Opens the mailbox with what it held when the process stopped.
    ///
    /// @param folder one file for each mail; made where missing
    public static Mailbox open(Path folder, Clock clock) {
        var mailbox = new Mailbox(folder, clock);
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".eml"))
                        .sorted()
                        .forEach(mailbox::load);
            }
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException("the mail folder " + folder + " cannot be read", e);
        }
    }

    /// Keeps one mail.
    public synchronized void keep(MimeMessage message) throws MessagingException, IOException {
        var arrived = clock.instant();
        last = Math.max(last + 1, arrived.toEpochMilli());
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var id = Long.toString(last);
        Files.write(file(id), bytes.toByteArray());
        mails.add(MimeReader.read(id, message, arrived, bytes.size()));
        forgetOldest();
    }

    /// All mails, the newest first.
    public synchronized List<Mail> newestFirst() {
        return List.copyOf(mails.reversed());
    }

    /// One mail.
    public synchronized Optional<Mail> byId(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private void forgetOldest() throws IOException {
        while (mails.size() > KEPT) {
            Files.deleteIfExists(file(mails.removeFirst().id()));
        }
    }

    private void load(Path file) {
        var id = file.getFileName().toString().replace(".eml", "");
        try (InputStream in = Files.newInputStream(file)) {
            last = Long.parseLong(id);
            var message = new MimeMessage(SESSION, in);
            var size = Math.toIntExact(Files.size(file));
            mails.add(MimeReader.read(id, message, Instant.ofEpochMilli(last), size));
        } catch (IOException | MessagingException | NumberFormatException e) {
            LOG.warn("{} is no mail that can be read; it is left alone", file, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
