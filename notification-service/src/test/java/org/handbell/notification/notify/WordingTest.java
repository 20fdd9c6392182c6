package org.handbell.notification.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbell.contract.Channel;
import org.handbell.contract.Severity;
import org.handbell.notification.notify.Message.CanWait;
import org.handbell.notification.notify.Message.NeedsYou;
import org.handbell.notification.notify.Message.NobodyTook;
import org.handbell.notification.notify.Message.Overdue;
import org.handbell.notification.notify.Message.SelfCheck;
import org.handbell.notification.notify.Message.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final Instant DUE = Instant.parse("2026-11-24T17:00:00Z");
    private static final String LINK = "https://desk.example/cases/4K7P-XM";

    private final Wording wording = ShippedWords.wording();

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00:00Z, 5:00pm Tue 24 Nov",
        "2026-07-01T16:00:00Z, 5:00pm Wed 1 Jul",
        "2026-09-01T11:05:00Z, 12:05pm Tue 1 Sep",
        // Clocks go forward at 1:00 GMT.
        "2026-03-29T00:59:00Z, 12:59am Sun 29 Mar",
        "2026-03-29T01:00:00Z, 2:00am Sun 29 Mar",
        // Clocks go back at 2:00 BST: half past one comes twice.
        "2026-10-25T00:30:00Z, 1:30am Sun 25 Oct",
        "2026-10-25T01:30:00Z, 1:30am Sun 25 Oct",
        // Midnight in London is still yesterday in UTC.
        "2026-06-30T23:00:00Z, 12:00am Wed 1 Jul"
    })
    void theDueTimeIsThatOfTheWallClockInLondon(Instant due, String words) {
        assertThat(email(needsYou(Severity.HIGH, "Fernhill High", due)).subject())
                .isEqualTo("Today: Fernhill High, 4K7P-XM, by " + words);
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, Now", "HIGH, Today", "MEDIUM, This week", "LOW, This week"})
    void theTierIsSaidInWords(Severity severity, String word) {
        var text = email(needsYou(severity, "Fernhill High", Instant.EPOCH));

        assertThat(text.subject()).startsWith(word + ": ");
        assertThat(text.body())
                .isEqualTo(
                        "Something needs you "
                                + word.toLowerCase(Locale.ROOT)
                                + ".\n\n"
                                + LINK
                                + "\n");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void fiveAlertsInARowAreToldApartByTheirFirstLineAlone(Channel channel) {
        var five =
                Stream.of(
                                new NeedsYou(Severity.HIGH, "4K7P-XM", "Fernhill", DUE, LINK),
                                new NeedsYou(Severity.HIGH, "9QRT-2B", "Fernhill", DUE, LINK),
                                new NeedsYou(Severity.HIGH, "4K7P-XM", "Oakmere", DUE, LINK),
                                new NeedsYou(Severity.CRITICAL, "4K7P-XM", "Fernhill", DUE, LINK),
                                new Overdue(Severity.HIGH, "4K7P-XM", "Fernhill", DUE, LINK))
                        .map(message -> wording.of(channel, message).subject())
                        .toList();

        assertThat(five).doesNotHaveDuplicates().hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void everyChannelSaysHowSoonWhereByWhenAndTheLink(Channel channel) {
        var text = wording.of(channel, needsYou(Severity.HIGH, "Fernhill High", DUE));

        assertThat(text.subject()).isEqualTo("Today: Fernhill High, 4K7P-XM, by 5:00pm Tue 24 Nov");
        assertThat(text.body()).contains(LINK);
    }

    @Test
    void aDigestCountsWhatCanWaitAndLinksIt() {
        var one = email(new CanWait(List.of(thing(1))));
        var three = email(new CanWait(List.of(thing(1), thing(2), thing(3))));

        assertThat(one.subject()).isEqualTo("1 thing can wait for you");
        assertThat(three.subject()).isEqualTo("3 things can wait for you");
        assertThat(three.body())
                .contains("Fernhill, REF-1, by 5:00pm Tue 24 Nov\nhttps://desk.example/1\n")
                .contains("https://desk.example/3");
    }

    @Test
    void aLongDigestListsTwentyAndSaysHowManyMoreThereAre() {
        var things = IntStream.rangeClosed(1, 23).mapToObj(WordingTest::thing).toList();

        var text = email(new CanWait(things));

        assertThat(text.subject()).startsWith("23 things");
        assertThat(text.body())
                .contains("REF-20,")
                .doesNotContain("REF-21,")
                .contains("And 3 more.");
    }

    @Test
    void aLineBreakInANameStartsNoHeader() {
        var evil = "Fern\r\nBcc: all@example.com\u2028\u0000hill";

        assertThat(email(needsYou(Severity.HIGH, evil, Instant.EPOCH)).subject())
                .startsWith("Today: Fern Bcc: all@example.com hill, 4K7P-XM")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028]");
    }

    @Test
    void aNameThatLooksLikeAFieldStaysAName() {
        assertThat(email(needsYou(Severity.HIGH, "{link} $1", Instant.EPOCH)).subject())
                .startsWith("Today: {link} $1, 4K7P-XM");
    }

    @Test
    void aVeryLongNameIsCut() {
        assertThat(email(needsYou(Severity.HIGH, "x".repeat(500), Instant.EPOCH)).subject())
                .hasSizeLessThan(140);
    }

    /// A field that is added breaks this list and must be thought about here.
    @Test
    void noMessageHasAFieldForAPerson() {
        assertThat(Message.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        NeedsYou.class,
                        Overdue.class,
                        NobodyTook.class,
                        CanWait.class,
                        SelfCheck.class);
        assertThat(
                        Stream.concat(
                                        Arrays.stream(Message.class.getPermittedSubclasses()),
                                        Stream.of(Thing.class))
                                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                                .map(RecordComponent::getName))
                .isSubsetOf("severity", "reference", "school", "dueAt", "link", "things", "at");
        assertThat(Notification.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("deliveryId", "address", "message", "attempt", "repeat");
    }

    @Test
    void noTemplateHasAFieldForAPerson() {
        assertThat(Stream.of(Kind.values()).flatMap(kind -> kind.fields().stream()))
                .isSubsetOf("tier", "school", "reference", "due", "link", "things", "list", "at");
        assertThat(Kind.OPTIONAL).containsExactly("soon");
    }

    @Test
    void aTemplateThatLacksAFieldIsNamedWithTheField() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Wording.from(instead("needs-you.sms.txt", "{tier}: {school}\n\n{link}")))
                .withMessage("message template needs-you.sms.txt lacks the field {due}");
    }

    @Test
    void aTemplateThatAsksForWhoOrWhatIsRefused() {
        var curious =
                "{tier}: {school}, {reference}, by {due}\n\n{link} is about {person}: {clause}";

        assertThatIllegalStateException()
                .isThrownBy(() -> Wording.from(instead("needs-you.push.txt", curious)))
                .withMessage(
                        "message template needs-you.push.txt names {clause}, which no message has");
    }

    @Test
    void aTemplateThatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Wording.from(name ->
                                name.equals("can-wait.email.txt")
                                        ? Optional.empty()
                                        : ShippedWords.file(name)))
                .withMessage("message template can-wait.email.txt is missing");
    }

    @Test
    void aTemplateWithoutASubjectLineIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Wording.from(instead("overdue.chat.txt", "{tier}\n{link}\n\nx")))
                .withMessageStartingWith("message template overdue.chat.txt wants a subject");
    }

    private static Function<String, Optional<String>> instead(String file, String text) {
        return name -> name.equals(file) ? Optional.of(text) : ShippedWords.file(name);
    }

    private Text email(Message message) {
        return wording.of(Channel.EMAIL, message);
    }

    private static Thing thing(int number) {
        return new Thing("REF-" + number, "Fernhill", DUE, "https://desk.example/" + number);
    }

    private static NeedsYou needsYou(Severity severity, String school, Instant due) {
        return new NeedsYou(severity, "4K7P-XM", school, due, LINK);
    }
}
