package org.handbell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.handbell.contract.AccountEvent;
import org.handbell.ingest.Invented;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.source.Hubs.Hub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

class WebSubControllerTest {

    private static final String ID = "account-7";
    private static final URI TOPIC = URI.create("https://blog.example.org/feed");

    private final SettableClock clock = new SettableClock();
    private final Seal seal = new Seal(new FingerprintKey(new byte[32]));
    private final String sealed = seal.of(ID, TOPIC);
    private final Accounts accounts = new Accounts();
    private final List<String> due = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WebSubSettings settings =
            new WebSubSettings(
                    URI.create("https://push.example.org"),
                    Duration.ofDays(5),
                    DataSize.ofKilobytes(1),
                    10);
    private final Subscriptions subscriptions =
            new Subscriptions(
                    settings,
                    URI.create("https://push.example.org"),
                    seal,
                    (_, _) -> new Reply.Unreachable("no network here"),
                    clock);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(controller()).build();

    @BeforeEach
    void register() {
        accounts.apply(0, Invented.account(ID));
        subscriptions.named(ID, new Hub(URI.create("https://hub.example.org/"), TOPIC));
    }

    @Test
    void aChallengeIsEchoedAsTextForATopicThatWasAskedFor() throws Exception {
        mvc.perform(challenge(sealed, TOPIC, "yes-7"))
                .andExpect(status().isOk())
                .andExpect(content().string("yes-7"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));

        assertThat(subscriptions.standing()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(601));
        assertThat(subscriptions.standing()).isZero();
    }

    @Test
    void nobodySubscribesUsToWhatWeDidNotAskFor() throws Exception {
        mvc.perform(challenge(sealed, URI.create("https://other.example.org/"), "yes"))
                .andExpect(status().isNotFound());
        mvc.perform(challenge("0".repeat(32), TOPIC, "yes")).andExpect(status().isNotFound());
        mvc.perform(challenge(sealed, TOPIC, "<script> x")).andExpect(status().isNotFound());
        accounts.apply(0, new AccountEvent.Closed(ID, Invented.NOON));
        mvc.perform(challenge(sealed, TOPIC, "yes")).andExpect(status().isNotFound());

        assertThat(subscriptions.standing()).isZero();
    }

    @Test
    void nobodyUnsubscribesAnAccountThatIsStillPulled() throws Exception {
        var ask =
                get("/websub/{id}/{seal}", ID, sealed)
                        .param("hub.mode", "unsubscribe")
                        .param("hub.topic", TOPIC.toString())
                        .param("hub.challenge", "yes");
        mvc.perform(ask).andExpect(status().isNotFound());

        accounts.apply(0, new AccountEvent.Closed(ID, Invented.NOON));
        mvc.perform(ask).andExpect(status().isOk());
    }

    @Test
    void aDenialEndsTheSubscription() throws Exception {
        mvc.perform(challenge(sealed, TOPIC, "yes")).andExpect(status().isOk());
        mvc.perform(
                        get("/websub/{id}/{seal}", ID, sealed)
                                .param("hub.mode", "denied")
                                .param("hub.topic", TOPIC.toString()))
                .andExpect(status().isNoContent());

        assertThat(subscriptions.standing()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1:HmacSHA1", "sha256:HmacSHA256", "sha512:HmacSHA512"})
    void aSignedPushMakesTheAccountDue(String method) throws Exception {
        var names = method.split(":");
        mvc.perform(push("news", names[0] + "=" + signed("news", names[1])))
                .andExpect(status().isNoContent());

        assertThat(due).containsExactly(ID);
        assertThat(pushes("taken")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256=00",
                "md5=00112233445566778899aabbccddeeff",
                "sha256=0011223344556677889900112233445566778899001122334455667788990011"
            })
    void aPushThatIsNotSignedIsAnsweredAlikeAndDoesNothing(String signature) throws Exception {
        mvc.perform(push("news", signature)).andExpect(status().isNoContent());

        assertThat(due).isEmpty();
        assertThat(pushes("unsigned")).isEqualTo(1);
    }

    @Test
    void aSignatureOverOtherWordsDoesNothing() throws Exception {
        mvc.perform(push("news", "sha256=" + signed("other", "HmacSHA256")));

        assertThat(due).isEmpty();
    }

    @Test
    void aPushOverTheBoundIsNotRead() throws Exception {
        var large = "x".repeat(1025);
        mvc.perform(push(large, "sha256=" + signed(large, "HmacSHA256")))
                .andExpect(status().is(413));

        assertThat(due).isEmpty();
    }

    @Test
    void aPushForAnAccountThatIsNotPulledEndsTheSubscription() throws Exception {
        accounts.apply(0, new AccountEvent.Closed(ID, Invented.NOON));
        mvc.perform(push("news", "sha256=" + signed("news", "HmacSHA256")))
                .andExpect(status().isGone());

        assertThat(due).isEmpty();
    }

    private WebSubController controller() {
        return new WebSubController(
                subscriptions,
                seal,
                new WebSubController.Admission(accounts, due::add, clock),
                settings,
                new WebSubMetrics(registry, subscriptions::standing));
    }

    private static MockHttpServletRequestBuilder challenge(String seal, URI topic, String words) {
        return get("/websub/{id}/{seal}", ID, seal)
                .param("hub.mode", "subscribe")
                .param("hub.topic", topic.toString())
                .param("hub.challenge", words)
                .param("hub.lease_seconds", "600");
    }

    private MockHttpServletRequestBuilder push(String words, String signature) {
        return post("/websub/{id}/{seal}", ID, sealed)
                .contentType("application/atom+xml")
                .header("X-Hub-Signature", signature)
                .content(words);
    }

    private String signed(String words, String algorithm) throws Exception {
        var mac = Mac.getInstance(algorithm);
        var secret = seal.secret(ID, sealed).getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(secret, algorithm));
        return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }

    private double pushes(String outcome) {
        return registry.get("handbell.websub.pushes").tags("outcome", outcome).counter().count();
    }
}
