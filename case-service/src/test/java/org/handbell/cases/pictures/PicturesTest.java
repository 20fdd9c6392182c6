package org.handbell.cases.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.TopicReader;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditFilter;
import org.handbell.cases.audit.AuditPages;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Verification;
import org.handbell.cases.people.Person;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Post;
import org.handbell.contract.Route;
import org.handbell.contract.Topics;
import org.handbell.contract.WatchEvent;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// Pictures as real records bring them, and the button for what must not be looked at.
class PicturesTest extends DeskTest {

    private static final Wire<MediaEvent> MEDIA = Wire.of(Topics.MEDIA);
    private static int next = 60;

    @Autowired private WebApplicationContext context;
    @Autowired private Cases cases;
    @Autowired private EvidenceLocker locker;
    @Autowired private Pictures pictures;
    @Autowired private AuditPages record;
    @Autowired private JdbcClient jdbc;
    @Autowired private PublishedTable<WatchEvent> watches;

    private final String account = "account-" + next++;
    private final String url = unique("https://example.social/pictures");
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void aPictureIsKeptSealedShownBlurredAndClearOnlyWhereSomebodyAsks() throws Exception {
        var about = open();
        assertThat(watched(url)).isEqualTo("true");
        var picture = picture(Color.RED);
        send(picture);
        kept(about, 1);

        assertThat(
                        jdbc.sql("select sealed from picture where case_id = ?")
                                .param(about.caseId())
                                .query(byte[].class)
                                .single())
                .as("sealed")
                .isNotEqualTo(picture);
        var list = as(DSL, get(path(about, "/pictures")));
        assertThat(list.getHeader("Cache-Control")).contains("no-store");
        assertThat(list.getContentAsString())
                .contains("data:image/png;base64,", "Picture 1, blurred")
                .doesNotContain(Base64.getEncoder().encodeToString(picture));
        assertThat(entries(DSL, "picture.seen", about)).isEmpty();

        var clear = as(DSL, get(path(about, "/pictures/1")));
        assertThat(clear.getHeader("Cache-Control")).contains("no-store");
        assertThat(clear.getContentAsString())
                .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
        assertThat(entries(DSL, "picture.seen", about))
                .extracting(AuditEntry::detail)
                .containsExactly("no. 1");
        assertThat(as(TEACHER, get(path(about, "/pictures/1"))).getStatus()).isEqualTo(404);
        assertThat(as(DSL, get(path(about, "/pictures/2"))).getStatus()).isEqualTo(404);
        assertThat(as(DSL, get(path(about, "/pictures/x"))).getStatus()).isEqualTo(404);

        locker.erase(about.caseId());
        assertThat(pictures.of(about.caseId())).isEmpty();
        assertThat(pictures.clear(about.caseId(), 1)).isEmpty();
    }

    @Test
    void fourOfAPostAreKeptNoneTwiceAndNothingThatIsNoPictureOrTooLarge() {
        var about = open();
        var red = picture(Color.RED);
        send(red);
        send(red);
        send("no picture at all, whatever its name says".getBytes(StandardCharsets.UTF_8));
        send(Arrays.copyOf(red, KeepPicture.MOST_BYTES + 1));
        for (var colour : List.of(Color.BLUE, Color.GREEN, Color.PINK, Color.CYAN, Color.BLACK)) {
            send(picture(colour));
        }
        kept(about, Pictures.MOST_OF_A_POST);
        send(url + "-of-no-case", picture(Color.GRAY), null);
        var last = unique("https://example.social/last");
        send(Found.by(account, last).claiming("E3", HIGH).event());
        assertThat(pictures.of(about.caseId())).hasSize(Pictures.MOST_OF_A_POST);
        assertThat(
                        jdbc.sql(
                                        "select words from case_timeline where case_id = ? and kind = 'PICTURE_KEPT'")
                                .param(about.caseId())
                                .query(String.class)
                                .list())
                .contains("A picture was seen and not kept: it is too large, or no picture.");
    }

    @Test
    void aPictureWhoseHashIsWrongGoesToTheDeadLetters() {
        var about = open();
        send(url, picture(Color.ORANGE), "0".repeat(64));
        var letter =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        TopicReader.records(
                                                TestKafka.bootstrapServers(), "media.v1.dlt", url),
                                letters -> !letters.isEmpty())
                        .getFirst();
        assertThat(
                        new String(
                                letter.headers().lastHeader("handbell_error").value(),
                                StandardCharsets.UTF_8))
                .isEqualTo("sha256 is not that of bytes");
        assertThat(pictures.of(about.caseId())).isEmpty();
    }

    @Test
    void oneButtonErasesTheMatterButWhereItIsForGood() throws Exception {
        var about = open();
        send(picture(Color.RED));
        kept(about, 1);
        assertThat(as(EXECUTIVE, get(path(about, ""))).getStatus()).isEqualTo(200);
        assertThat(as(DEPUTY, post(path(about, "/illegal-picture"))).getRedirectedUrl())
                .isEqualTo("/illegal-picture");

        assertThat(rows("picture", about)).isZero();
        assertThat(watched(url)).as("nothing is fetched again").isEqualTo("ended");
        send(picture(Color.BLUE));
        send(Found.by(account, url).saying("An edited text").claiming("E3", HIGH).event());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> locker.of(about.caseId()).size() == 2);
        assertThat(rows("picture", about)).isZero();
        assertThat(watched(url)).isEqualTo("ended");

        for (var person : List.of(DSL, HEAD)) {
            for (var page : List.of("", "/evidence", "/pictures")) {
                assertThat(as(person, get(path(about, page))).getContentAsString())
                        .as(page)
                        .contains("This may be about an illegal picture of a child")
                        .doesNotContain("Words of the post", "An edited text", "data:image");
            }
        }
        for (var person : List.of(DEPUTY, EXECUTIVE)) {
            assertThat(as(person, get(path(about, ""))).getStatus())
                    .as("%s", person)
                    .isEqualTo(404);
        }
        assertThat(as(DSL, get(path(about, "/evidence"))).getContentAsString())
                .contains("Where it is, for the police", url, "https://example.social/1")
                .doesNotContain("href=\"https://example.social/1\"");
        assertThat(locker.verify(about.caseId())).isInstanceOf(Verification.Intact.class);
        assertThat(entries(DEPUTY, "case.withheld", about)).hasSize(1);
        assertThat(as(TEACHER, get("/illegal-picture")).getContentAsString())
                .contains("Do not look at it again", "101", "999", "Internet Watch Foundation");
    }

    private Case open() {
        send(
                Found.by(account, url)
                        .saying("Words of the post")
                        .routed(Route.SAFEGUARDING)
                        .showing(
                                new Post.Media(
                                        Post.MediaType.IMAGE, null, null, null, List.of(), false))
                        .claiming("E3", HIGH)
                        .event());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cases.underWayOfPost(url).isPresent());
        return cases.underWayOfPost(url).orElseThrow();
    }

    private void kept(Case about, int many) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> pictures.of(about.caseId()).size() >= many);
    }

    private String watched(String postId) {
        return switch (watches.current(postId)) {
            case WatchEvent.Watched watched -> String.valueOf(watched.keepMedia());
            case WatchEvent.Ended _ -> "ended";
        };
    }

    private long rows(String table, Case about) {
        return jdbc.sql("select count(*) from " + table + " where case_id = ?")
                .param(about.caseId())
                .query(Long.class)
                .single();
    }

    private List<AuditEntry> entries(Person by, String action, Case about) {
        return record.page(
                new AuditFilter(
                        by.personId(), action, "case:" + about.number(), null, null, Set.of()),
                Long.MAX_VALUE,
                100);
    }

    private void send(byte[] picture) {
        send(url, picture, null);
    }

    private void send(String postId, byte[] picture, @Nullable String hash) {
        var event =
                new MediaEvent.Captured(
                        postId,
                        account,
                        0,
                        "image/png",
                        hash == null ? sha256(picture) : hash,
                        picture,
                        Found.NOW);
        send(MEDIA.record(event, "/handbell/ingest"));
    }

    private static String path(Case about, String page) {
        return "/cases/" + about.number() + page;
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request)
            throws Exception {
        var at = new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        var place = new UsernamePasswordAuthenticationToken(at, null, List.of());
        return mvc.perform(request.with(authentication(place)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static byte[] picture(Color colour) {
        var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 200, 300);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
