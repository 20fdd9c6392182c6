package org.handbell.notification.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Message.SelfCheck;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.junit.jupiter.api.Test;

class NotifiersTest {

    private static final Contact ANYBODY =
            new Contact("st-04", "st-04@fernhill.example", "+447700900123", "Fernhill High");

    private final Scripted email = new Scripted(Channel.EMAIL);
    private final Scripted sms = new Scripted(Channel.SMS);
    private final Scripted chat = new Scripted(Channel.CHAT);

    @Test
    void whomOneChannelDoesNotReachIsToldByAnotherButNotByARoom() {
        var notifiers = notifiers(Set.of(), email, sms, chat);

        assertThat(notifiers.insteadOf(Channel.SMS, ANYBODY)).containsExactly(Channel.EMAIL);
        assertThat(notifiers.insteadOf(Channel.CHAT, ANYBODY))
                .containsExactly(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void aSilencedChannelTellsNobodyInPlaceOfAnother() {
        var notifiers = notifiers(Set.of(Channel.SMS), email, sms);

        assertThat(notifiers.silenced(Channel.SMS)).isTrue();
        assertThat(notifiers.insteadOf(Channel.EMAIL, ANYBODY)).isEmpty();
    }

    @Test
    void silencingEveryChannelThatReachesAPersonStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> notifiers(Set.of(Channel.EMAIL), email, chat))
                .withMessageStartingWith("handbell.channels.silenced leaves no channel");
    }

    @Test
    void aChannelThatIsSetUpTwiceStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> notifiers(Set.of(), email, new Scripted(Channel.EMAIL)))
                .withMessage("channel EMAIL is set up twice");
    }

    @Test
    void aChannelThatFailedOftenRestsAndIsNotAsked() {
        var notifier = notifiers(Set.of(), email).find(Channel.EMAIL).orElseThrow();
        for (var i = 0; i < 4; i++) {
            email.answers.add(TryAgain.away(Duration.ofSeconds(1), "down"));
            notifier.send(message());
        }

        var outcome = notifier.send(message());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TryAgain.class,
                        again -> {
                            assertThat(again.detail())
                                    .isEqualTo("channel email rests after failures");
                            assertThat(again.after()).isGreaterThanOrEqualTo(Duration.ofHours(1));
                            assertThat(again.mayHaveArrived()).isFalse();
                        });
        assertThat(email.asked).isEqualTo(4);
    }

    @Test
    void refusalsOfSingleAddressesDoNotPutAChannelToRest() {
        var notifier = notifiers(Set.of(), email).find(Channel.EMAIL).orElseThrow();
        for (var i = 0; i < 20; i++) {
            email.answers.add(new Refused("550 5.1.1"));
            email.answers.add(new TryAgain(Duration.ofSeconds(1), "451 4.3.0"));
            notifier.send(message());
            notifier.send(message());
        }

        assertThat(notifier.send(message())).isEqualTo(new Delivered("taken"));
    }

    private static Notification message() {
        return new Notification(
                "d1", "st-04@fernhill.example", new SelfCheck(Instant.EPOCH), 1, false);
    }

    private static Notifiers notifiers(Set<Channel> silenced, Notifier... all) {
        return Notifiers.of(
                List.of(all),
                new ChannelSettings(
                        EmailBy.SMTP,
                        silenced,
                        4,
                        Duration.ofHours(1),
                        Duration.ofSeconds(1),
                        null),
                new Backoff(
                        new BackoffSettings(Duration.ofSeconds(2), Duration.ofMinutes(5)),
                        new Random(1)));
    }

    private static final class Scripted implements Notifier {

        private final Channel channel;
        private final Deque<Outcome> answers = new ArrayDeque<>();
        private int asked;

        Scripted(Channel channel) {
            this.channel = channel;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public boolean setUp() {
            return true;
        }

        @Override
        public Optional<String> address(Contact contact) {
            return Optional.of("somewhere");
        }

        @Override
        public Outcome send(Notification notification) {
            asked++;
            var answer = answers.poll();
            return answer == null ? new Delivered("taken") : answer;
        }
    }
}
