package org.handbell.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.endtoend.BlueskyNetwork.Account;

/// One run of everything real: a Bluesky network with two teachers' accounts, a mail server with
/// the trust's mailboxes, and the whole system between them. Two more accounts in the register lead
/// nowhere: a handle that nobody has and a blog on a host that does not exist, so that failures are
/// logged and counted too. All people are invented.
final class BlueskyRun implements AutoCloseable {

    static final String DOMAIN = "wendlebury.test";
    static final String DSL = "dsl@" + DOMAIN;
    static final String HEAD = "head@" + DOMAIN;

    static final String PUPIL = "Peregrine Larkspur";
    static final String OTHER_PUPIL = "Dulcie Farthingale";
    static final String SUPPLIER = "Gannetry";
    static final String SECRET = "Project Wintergreen";

    private static final String HANDLE = "sallowfield-maps.test";
    private static final String OTHER_HANDLE = "quillfeather-plays.test";
    private static final String NOBODYS_HANDLE = "nobody-thistledown.test";
    private static final String HOST = "quillfeather-organ-loft.invalid";

    private final BlueskyNetwork network;
    private final PostfixDovecot mail;
    private final Account imogen;
    private final Account barnaby;
    private final Handbell handbell;

    private BlueskyRun(BlueskyNetwork network, PostfixDovecot mail) {
        this.network = network;
        this.mail = mail;
        this.imogen = network.createAccount(HANDLE);
        this.barnaby = network.createAccount(OTHER_HANDLE);
        this.handbell = Handbell.start(trust(), settings());
    }

    /// What is missing to run it here, in words.
    static Optional<String> missing() {
        return Stream.of(BlueskyNetwork.missing(), PostfixDovecot.missing())
                .flatMap(Optional::stream)
                .findFirst();
    }

    static BlueskyRun start() {
        var network = BlueskyNetwork.start();
        try {
            return withMail(network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static BlueskyRun withMail(BlueskyNetwork network) {
        var mail = PostfixDovecot.start(DOMAIN);
        try {
            return new BlueskyRun(network, mail);
        } catch (RuntimeException e) {
            mail.close();
            throw e;
        }
    }

    private List<String> settings() {
        return List.of(
                "ingest:handbell.ingest.http.allowed-private="
                        + hostAndPort(network.pds())
                        + ","
                        + hostAndPort(network.plc()),
                "ingest:handbell.ingest.http.per-host.requests=500",
                "ingest:handbell.ingest.sources.bluesky.plc=" + network.plc(),
                "ingest:handbell.ingest.sources.bluesky.resolver=" + network.pds(),
                "ingest:handbell.ingest.poll.fastest=500ms",
                "ingest:handbell.ingest.poll.slowest=1s",
                "ingest:handbell.ingest.poll.sweep-every=2s",
                "ingest:handbell.ingest.poll.sweep-watched-every=2s",
                "notification:spring.mail.host=127.0.0.1",
                "notification:spring.mail.port=" + mail.smtpPort(),
                "notification:handbell.mail.from=handbell@" + DOMAIN);
    }

    private static String hostAndPort(URI address) {
        return address.getHost() + ":" + address.getPort();
    }

    private String trust() {
        var values =
                Map.of(
                        "${handle1}", HANDLE,
                        "${did2}", barnaby.did(),
                        "${nobody}", NOBODYS_HANDLE,
                        "${host}", HOST);
        try (var template = BlueskyRun.class.getResourceAsStream("/trust.json")) {
            var text =
                    new String(
                            Objects.requireNonNull(template, "trust.json").readAllBytes(),
                            StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace(value.getKey(), value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the trust", e);
        }
    }

    /// What must never be seen outside the desk: people, handles, hosts and words of posts.
    List<String> personal() {
        return List.of(
                "Peregrine",
                "Larkspur",
                "Dulcie",
                "Farthingale",
                "Sallowfield",
                "Imogen",
                "Quillfeather",
                "Barnaby",
                HANDLE,
                OTHER_HANDLE,
                NOBODYS_HANDLE,
                HOST,
                imogen.did(),
                barnaby.did(),
                SUPPLIER,
                "undercooked",
                "07700");
    }

    /// A teacher of the school, known to the register by her handle.
    Account imogen() {
        return imogen;
    }

    /// Another teacher, known to the register by his account's lasting id.
    Account barnaby() {
        return barnaby;
    }

    BlueskyNetwork network() {
        return network;
    }

    PostfixDovecot mail() {
        return mail;
    }

    Handbell handbell() {
        return handbell;
    }

    @Override
    public void close() {
        handbell.close();
        mail.close();
        network.close();
    }
}
