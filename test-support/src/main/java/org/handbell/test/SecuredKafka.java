package org.handbell.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.test.TestCertificates.Made;

/// A real broker that lets nobody in without TLS and a password (SCRAM-SHA-512), and lets nobody do
/// anything that no rule allows.
public final class SecuredKafka implements AutoCloseable {

    private static final String LISTENER = "SASL_SSL";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

    private final EmbeddedBroker broker;
    private final String address;
    private final Made certificate;
    private final Admin admin;

    private SecuredKafka(EmbeddedBroker broker, String address, Made certificate) {
        this.broker = broker;
        this.address = address;
        this.certificate = certificate;
        this.admin = Admin.create(properties("PLAIN", jaas(PLAIN, "admin", "admin-password")));
    }

    /// Starts one.
    ///
    /// @param certificate that the broker shows
    /// @param more settings of the broker
    public static SecuredKafka start(Path folder, Made certificate, Map<String, String> more) {
        var port = freePort();
        var settings = new HashMap<>(settings(port, freePort(), certificate));
        settings.putAll(more);
        var broker = EmbeddedBroker.start(folder, port, settings);
        return new SecuredKafka(broker, "127.0.0.1:" + port, certificate);
    }

    public String bootstrapServers() {
        return address;
    }

    /// A client of somebody who may do everything.
    public Admin admin() {
        return admin;
    }

    /// Makes a user, whose password is the name with `-password`.
    public void user(String name) {
        await(
                admin.alterUserScramCredentials(
                                List.of(
                                        new UserScramCredentialUpsertion(
                                                name,
                                                new ScramCredentialInfo(MECHANISM, 4096),
                                                password(name))))
                        .all());
    }

    public void allow(Collection<AclBinding> rules) {
        await(admin.createAcls(rules).all());
    }

    public void forbid(AclBinding rule) {
        await(admin.deleteAcls(List.of(rule.toFilter())).all());
    }

    /// What a client of a user is set up with.
    public Map<String, Object> as(String user) {
        return properties(MECHANISM.mechanismName(), jaas(SCRAM, user, password(user)));
    }

    /// The file that clients trust.
    public Path trusted() {
        return certificate.certificate();
    }

    public static String password(String user) {
        return user + "-password";
    }

    /// What a client gives to sign in.
    public static String jaas(String user) {
        return jaas(SCRAM, user, password(user));
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    private Map<String, Object> properties(String mechanism, String jaas) {
        return Map.of(
                "bootstrap.servers", address,
                "security.protocol", LISTENER,
                "sasl.mechanism", mechanism,
                "sasl.jaas.config", jaas,
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.certificate().toString());
    }

    private static Map<String, String> settings(int port, int controller, Made certificate) {
        return Map.ofEntries(
                Map.entry(
                        "listeners",
                        "%s://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(LISTENER, port, controller)),
                Map.entry("advertised.listeners", LISTENER + "://127.0.0.1:" + port),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                Map.entry(
                        "listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", LISTENER),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.sasl_ssl.plain.sasl.jaas.config",
                        jaas(PLAIN, "admin", "admin-password").replace(";", "")
                                + " user_admin=\"admin-password\";"),
                Map.entry(
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        SCRAM + " required;"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", certificate.store().toString()),
                Map.entry("ssl.keystore.password", TestCertificates.PASSWORD),
                Map.entry("ssl.key.password", TestCertificates.PASSWORD),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate.certificate().toString()),
                Map.entry(
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                // The controller's own listener has no names; nobody else reaches it here.
                Map.entry("super.users", "User:admin;User:ANONYMOUS"));
    }

    private static String jaas(String module, String user, String password) {
        return "%s required username=\"%s\" password=\"%s\";".formatted(module, user, password);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the secured broker refuses", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free loopback port", e);
        }
    }
}
