package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@AnalyzeClasses(
        packages = "org.handbell.contract",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ContractTest {

    @ArchTest
    static final ArchRule events_depend_on_the_jdk_alone =
            ArchRuleDefinition.classes()
                    .that()
                    .resideInAPackage("org.handbell.contract")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "javax.crypto..", "org.jspecify..", "org.handbell.contract");

    @Test
    void everyFamilyIsSealedAndItsMembersAreRecords() {
        for (var topic : Topics.all()) {
            assertThat(topic.family().isSealed()).as(topic.name()).isTrue();
            assertThat(topic.family().getPermittedSubclasses()).allMatch(Class::isRecord);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aRecordLeavesTheDiskWithinItsBound(Topic<?> topic) {
        var settings = topic.configuration();
        var roll = Long.parseLong(settings.getOrDefault("segment.ms", ""));
        if (topic.compacted()) {
            assertThat(settings).containsEntry("cleanup.policy", "compact");
            assertThat(Long.parseLong(settings.getOrDefault("max.compaction.lag.ms", "")))
                    .isLessThanOrEqualTo(Duration.ofHours(24).toMillis());
        } else {
            var kept = Long.parseLong(settings.getOrDefault("retention.ms", ""));
            assertThat(kept + roll).isLessThan(topic.kept().toMillis());
        }
        var deadLetters = topic.deadLetterConfiguration();
        assertThat(Long.parseLong(deadLetters.getOrDefault("retention.ms", "")) + roll)
                .isLessThan(Duration.ofHours(72).toMillis());
    }

    @Test
    void cursorsHaveAsManyPartitionsAsAccounts() {
        assertThat(Topics.CURSORS.partitions())
                .isEqualTo(Topics.ACCOUNTS.partitions())
                .isEqualTo(12);
    }

    @Test
    void theSameFactHasTheSameIdAndAnotherFactAnother() {
        assertThat(Ids.finding("o", "E3", "p")).isEqualTo(Ids.finding("o", "E3", "p"));
        assertThat(Ids.finding("o", "E3", "p")).isNotEqualTo(Ids.finding("o", "E", "3p"));
        assertThat(Ids.observation("a", "b")).isNotEqualTo(Ids.observation("ab", ""));
    }

    @Test
    void anAccountNamesTheGatesThatKeepTheCollectorAway() {
        var gates = new AccountEvent.Gates("DPIA-7", null, "JCC", " ", "2017-06");
        var account =
                new AccountEvent.Registered(
                        "ac-01",
                        Platform.X,
                        "@rowan",
                        AccountEvent.Kind.PERSONAL,
                        "st-04",
                        null,
                        false,
                        false,
                        gates,
                        null,
                        1,
                        SampleEvents.NOON);
        assertThat(account.unmet())
                .containsExactly("monitoring notice", "approver", "approval", "notice in effect");
    }

    @Test
    void aTextAtItsBoundIsTakenAndALongerOneRefusedByName() {
        var longest = "a".repeat(Post.MAX_TEXT);
        assertThat(SampleEvents.post(longest).text()).hasSize(100_000);
        assertThatThrownBy(() -> SampleEvents.post(longest + "a"))
                .hasMessage("text has 100001 characters, at most 100000 allowed");
    }

    @Test
    void whatIsMissingOrNoStretchIsNamed() {
        assertThatThrownBy(() -> new WatchEvent.Ended(" ", SampleEvents.NOON))
                .hasMessage("postId is missing");
        assertThatThrownBy(() -> new Finding.Span("text", 5, 2)).hasMessageContaining("5..2");
    }

    @Test
    void hashesNeedTheKeyAndFoldWhatWritersVary() {
        var one =
                new KeyedHash(
                        "a key of at least thirty-two bytes!"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var other =
                new KeyedHash(
                        "another key of at least 32 bytes!!"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(KeyedHash.tokens("Siân O’Dowd-Lee")).containsExactly("sian", "odowd", "lee");
        assertThat(one.of(KeyedHash.tokens("SIAN O'Dowd Lee")))
                .isEqualTo(one.of(KeyedHash.tokens("Siân O’Dowd-Lee")))
                .isNotEqualTo(other.of(KeyedHash.tokens("Siân O’Dowd-Lee")));
        assertThat(one.of(List.of("ab", "c"))).isNotEqualTo(one.of(List.of("a", "bc")));
        assertThatThrownBy(() -> new KeyedHash(new byte[8])).hasMessageContaining("8 bytes");
    }

    static Stream<Topic<?>> topics() {
        return Topics.all().stream();
    }
}
